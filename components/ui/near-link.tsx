"use client";
import Link from "next/link";
import { type ComponentProps, useState } from "react";

/**
 * A link that reads ahead once somebody points at it or comes to it by keyboard. For links that stand on every page or in
 * every row: read ahead when seen, the navigation alone asked the server for twenty pages at each page.
 */
export function NearLink(props: ComponentProps<typeof Link>) {
  const [isNear, setNear] = useState(false);
  const comeNear = () => setNear(true);
  return <Link {...props} prefetch={isNear ? null : false} onPointerEnter={comeNear} onFocus={comeNear} />;
}
