import { LoaderCircle } from "lucide-react";
import Link from "next/link";
import { type ComponentProps, type ReactNode, useId } from "react";
import { classNames } from "@/components/ui/class-names.ts";

export type ButtonTone = "primary" | "plain" | "quiet" | "danger";
type Look = { tone?: ButtonTone; size?: "md" | "sm"; icon?: ReactNode };

const looks: Record<ButtonTone, string> = { primary: "btn-primary", plain: "", quiet: "btn-quiet", danger: "btn-danger" };

export type ButtonProps = Omit<ComponentProps<"button">, "disabled"> &
  Look & {
    /** What is happening now ("Gönderiliyor"): shows the spinner and refuses a second press. */
    busy?: string | false;
    /** Why the deed cannot be done: the button stays in place and the reason is read out with it. */
    off?: string | false;
    /** Where the reason is written out beside the button; false when the page already says it in words. */
    showReason?: boolean;
  };

export function Button({
  tone = "plain",
  size = "md",
  icon,
  busy,
  off,
  showReason = true,
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  const reasonId = useId();
  const stopped = Boolean(busy || off);
  const button = (
    <button
      type="button"
      {...rest}
      aria-disabled={stopped || undefined}
      aria-busy={busy ? true : undefined}
      aria-describedby={off ? reasonId : rest["aria-describedby"]}
      className={classNames("btn", looks[tone], size === "sm" && "btn-sm", busy && "btn-busy", off && "btn-off", className)}
      onClick={stopped ? (event) => event.preventDefault() : onClick}
    >
      {busy ? <LoaderCircle size={16} strokeWidth={1.75} className="motion-safe:animate-spin" aria-hidden="true" /> : icon}
      {busy ? <KeptWidth was={children} now={busy} /> : children}
    </button>
  );
  if (!off) return button;
  return (
    <span className="inline-flex flex-wrap items-center gap-x-3 gap-y-1">
      {button}
      <span id={reasonId} className={showReason ? "small text-ink-2" : "sr-only"}>
        {off}
      </span>
    </span>
  );
}

export type ButtonLinkProps = ComponentProps<typeof Link> & Look;

/** Looks like a button, but leads to another page. */
export function ButtonLink({ tone = "plain", size = "md", icon, className, children, ...rest }: ButtonLinkProps) {
  return (
    <Link {...rest} className={classNames("btn", looks[tone], size === "sm" && "btn-sm", className)}>
      {icon}
      {children}
    </Link>
  );
}

export type IconButtonProps = Omit<ComponentProps<"button">, "children"> & { label: string; size?: "md" | "sm"; children: ReactNode };

export function IconButton({ label, size = "md", className, children, ...rest }: IconButtonProps) {
  return (
    <button type="button" title={label} {...rest} aria-label={label} className={classNames("ibtn", size === "sm" && "ibtn-sm", className)}>
      {children}
    </button>
  );
}

/** Both labels on one spot, so that the button does not jump under the hand. */
function KeptWidth({ was, now }: { was: ReactNode; now: string }) {
  return (
    <span className="grid">
      <span className="invisible col-start-1 row-start-1">{was}</span>
      <span className="col-start-1 row-start-1">{now}</span>
    </span>
  );
}
