import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "@/app/session.ts";

type RouteArguments = { params: Promise<{ nextauth: string[] }> };

const handler = async (request: NextRequest, route: RouteArguments): Promise<Response> => {
  const response: Response = await NextAuth(request, route, authOptions());
  response.headers.set("cache-control", "no-store");
  return response;
};

export { handler as GET, handler as POST };
