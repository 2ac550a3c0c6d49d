// What must not be while one design follows the other (B19, X2, X3). The first can happen and is somebody's task; the other two
// are refused by the database, and looked for all the same.
import type { CardExceptionKind } from "./exceptions.ts";
import type { DesignAnomaly } from "./transition-contract.ts";

export const anomalyWords: Record<DesignAnomaly, string> = {
  old_after_cutover: "Geçişten sonra eski tasarımla verilen kart",
  new_without_serial: "Defterde serisi olmayan yeni kart",
  serial_twice: "İki kartta aynı seri numarası",
};

/** Why a count of none is expected. */
export const anomalyGuards: Record<DesignAnomaly, string> = {
  old_after_cutover: "Geçiş gününe eklenen süreden sonra düzenlenmiş eski kart; kart geçerlidir, nedeni sorulur.",
  new_without_serial: "Veri tabanı, denetimden geçen yeni kartı defterde harcanmış bir seri olmadan kaydetmez.",
  serial_twice: "Veri tabanı, bir seri numarasını ikinci bir karta yazmaz.",
};

/** The task that an anomaly becomes. */
export const anomalyTasks = {
  old_after_cutover: "old_design_after_cutover",
  new_without_serial: "serial_unknown",
  serial_twice: "serial_unknown",
} as const satisfies Record<DesignAnomaly, CardExceptionKind>;
