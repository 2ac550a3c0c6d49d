import encodeQR from "qr";

/** A QR code as one path; the space around it is the quiet zone. Dark on light by day and by night, or no telephone reads it. */
export function QrPicture({ address, label, className }: { address: string; label: string; className?: string }) {
  const rows = encodeQR(address, "raw", { ecc: "medium", border: 1 });
  const path = rows.flatMap((cells, row) => cells.flatMap((isDark, column) => (isDark ? [`M${column} ${row}h1v1h-1z`] : [])));
  return (
    <svg viewBox={`0 0 ${rows.length} ${rows.length}`} role="img" aria-label={label} shapeRendering="crispEdges" className={className}>
      <path d={path.join("")} fill="#000" />
    </svg>
  );
}
