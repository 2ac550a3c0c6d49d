const star = "M34 0l-9.96 9.96v14.08H9.96L0 34l-9.96-9.96h-14.08V9.96L-34 0l9.96-9.96v-14.08h14.08L0-34l9.96 9.96h14.08v14.08z";
const inner = "M21.08 0l-6.17 6.17v8.74H6.17L0 21.08l-6.17-6.17h-8.74V6.17L-21.08 0l6.17-6.17v-8.74h8.74L0-21.08l6.17 6.17h8.74v8.74z";

/** The one large field of colour: star and cross, as on the tiles of İznik. Pure decoration, left out on a phone. */
export function SignInTile() {
  return (
    <aside className="relative hidden overflow-hidden bg-tile lg:block" aria-hidden="true">
      <svg className="absolute inset-0 size-full" aria-hidden="true">
        <defs>
          <pattern id="tile" width="68" height="68" patternUnits="userSpaceOnUse">
            {[
              [0, 0],
              [68, 0],
              [0, 68],
              [68, 68],
            ].map(([x, y]) => (
              <g key={`${x}-${y}`} transform={`translate(${x} ${y})`} fill="none" stroke="var(--color-tile-line)">
                <path d={star} />
                <path d={inner} opacity=".75" />
                <circle r="5.44" opacity=".9" />
              </g>
            ))}
            <path d="M34 25.84 42.16 34 34 42.16 25.84 34z" fill="none" stroke="var(--color-tile-line)" opacity=".9" />
          </pattern>
        </defs>
        <rect width="100%" height="100%" fill="url(#tile)" />
        {[
          [68, 612],
          [136, 204],
          [272, 136],
          [340, 476],
          [408, 272],
          [204, 408],
          [476, 68],
        ].map(([x, y]) => (
          <path key={`${x}-${y}`} d={inner} transform={`translate(${x} ${y})`} fill="var(--color-tile-line)" opacity=".35" />
        ))}
      </svg>
      <div className="absolute inset-x-0 bottom-0 bg-tile px-12 pt-8 pb-10 text-white">
        <p className="text-xl font-semibold tracking-[-.012em]">Çalışma İzni Yönetim Sistemi</p>
        <p className="mt-2 max-w-[26rem] text-base leading-6 text-white/85">
          Gelen yazılar, dağıtımlı yazılar, kurumlar ve kanıtları: tek masada.
        </p>
      </div>
    </aside>
  );
}
