/** The eight-pointed star of the tile. */
export function BrandMark({ size = 20 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <path
        d="M23.4 12l-3.34 3.34v4.72h-4.72L12 23.4l-3.34-3.34H3.94v-4.72L.6 12l3.34-3.34V3.94h4.72L12 .6l3.34 3.34h4.72v4.72z"
        fill="var(--color-accent)"
      />
      <path
        d="M18.6 12l-1.93 1.93v2.74h-2.74L12 18.6l-1.93-1.93H7.33v-2.74L5.4 12l1.93-1.93V7.33h2.74L12 5.4l1.93 1.93h2.74v2.74z"
        fill="none"
        stroke="var(--color-on-accent)"
        strokeWidth="1.4"
      />
      <circle cx="12" cy="12" r="1.7" fill="var(--color-on-accent)" />
    </svg>
  );
}
