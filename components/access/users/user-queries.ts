"use client";
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { UserAction } from "@/lib/access/user.ts";
import {
  amendUser,
  createUser,
  disableUser,
  enableUser,
  endUserSessions,
  listUsers,
  readUser,
  resetUser,
  type UserFilter,
  type UserRecord,
} from "@/lib/access/users-contract.ts";
import { call } from "@/lib/platform/http/call.ts";
import type { InputOf } from "@/lib/platform/http/endpoint.ts";

const root = ["access", "users"] as const;

export const userQueries = {
  list: (filter: UserFilter) =>
    queryOptions({
      queryKey: [...root, "list", filter],
      queryFn: ({ signal }) => call(listUsers, filter, { signal }),
      placeholderData: keepPreviousData,
    }),
  record: (userId: string) =>
    queryOptions({ queryKey: [...root, "record", userId], queryFn: ({ signal }) => call(readUser, { userId }, { signal }) }),
};

type Act = InputOf<typeof disableUser>;

const acts: Record<Exclude<UserAction, "amend">, (input: Act) => Promise<UserRecord>> = {
  enable: (input) => call(enableUser, input),
  reset: (input) => call(resetUser, input),
  disable: (input) => call(disableUser, input),
  end_sessions: ({ version: _version, ...input }) => call(endUserSessions, input),
};

/** The dialogs and forms show their own refusals. */
export function useUserAct() {
  return useUserMutation(({ action, ...input }: Act & { action: Exclude<UserAction, "amend"> }) => acts[action](input));
}

export function useCreateUser() {
  return useUserMutation((input: InputOf<typeof createUser>) => call(createUser, input));
}

export function useAmendUser() {
  return useUserMutation((input: InputOf<typeof amendUser>) => call(amendUser, input));
}

function useUserMutation<Input>(run: (input: Input) => Promise<UserRecord>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: run,
    meta: { handlesErrors: true },
    onSuccess: async (record) => {
      queries.setQueryData(userQueries.record(record.id).queryKey, record);
      await queries.invalidateQueries({ queryKey: [...root, "list"] });
      await queries.invalidateQueries({ queryKey: ["access", "proposals"] });
    },
  });
}
