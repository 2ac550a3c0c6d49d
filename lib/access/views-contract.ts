import { z } from "zod";
import { Id, Instant, line, Version } from "../platform/http/fields.ts";
import { endpoint } from "./policy.ts";

/** Screens that keep views. */
export const ViewScreen = z.enum(["permits", "statistics"]);
export type ViewScreen = z.infer<typeof ViewScreen>;

/** Of one person, of everybody in the province (or the Ministry), or what that list opens with. */
export const ViewVisibility = z.enum(["private", "shared", "province_default"]);
export type ViewVisibility = z.infer<typeof ViewVisibility>;

/** The list's address behind its question mark. A filter holds ids and codes, so no personal value can stand in it. */
export const ViewQuery = z
  .string()
  .max(2_000)
  .regex(/^[\w\-.~%=&+,:]*$/, "Görünüm yalnız listenin adresini taşıyabilir.");

export const SavedView = z.object({
  id: Id,
  screen: ViewScreen,
  name: z.string(),
  query: z.string(),
  visibility: ViewVisibility,
  isMine: z.boolean(),
  mayAmend: z.boolean(),
  /** When the actor last opened it; null before the first time. */
  seenAt: Instant.nullable(),
  version: Version,
});
export type SavedView = z.infer<typeof SavedView>;

/** The actor's own views and the common ones, the default first; at most 100. How many rows each finds is asked of the list. */
export const listViews = endpoint({
  name: "listViews",
  method: "GET",
  path: "/api/access/views",
  permission: "view:keep",
  input: z.object({ screen: ViewScreen }),
  output: z.object({ views: z.array(SavedView), mayShare: z.boolean() }),
});

const content = { name: line(80), query: ViewQuery, visibility: ViewVisibility };

/** Keeps the filter under a name. A new default of the province makes the old one a shared view. */
export const saveView = endpoint({
  name: "saveView",
  method: "POST",
  path: "/api/access/views",
  permission: "view:keep",
  input: z.object({ screen: ViewScreen, ...content }),
  output: SavedView,
});

export const amendView = endpoint({
  name: "amendView",
  method: "PATCH",
  path: "/api/access/views/[viewId]",
  permission: "view:keep",
  input: z.object({ viewId: Id, version: Version, ...content }),
  output: SavedView,
});

/** The actor opens the view: what changes from now on is new to them. Answers when they had opened it before. */
export const visitView = endpoint({
  name: "visitView",
  method: "POST",
  path: "/api/access/views/[viewId]/visit",
  permission: "view:keep",
  input: z.object({ viewId: Id }),
  output: z.object({ seenBefore: Instant.nullable() }),
});

export const removeView = endpoint({
  name: "removeView",
  method: "DELETE",
  path: "/api/access/views/[viewId]",
  permission: "view:keep",
  input: z.object({ viewId: Id }),
  output: z.object({ removed: z.literal(true) }),
});
