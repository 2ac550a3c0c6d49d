/** The cookie that names the session. `__Host-` binds it to this host over https; browsers refuse the prefix over http. */
export function sessionCookieName(publicUrl: string): string {
  return publicUrl.startsWith("https:") ? "__Host-izin-session" : "izin-session";
}
