"use client";
import { useRouter } from "next/navigation";
import { roleLabels } from "@/components/access/labels.ts";
import { placeName } from "@/components/access/users/user-filter-bar.tsx";
import { UserStateWord } from "@/components/access/users/user-looks.tsx";
import { classNames } from "@/components/ui/class-names.ts";
import { useListKeys } from "@/components/ui/list-keys.ts";
import { NearLink } from "@/components/ui/near-link.tsx";
import { Cell, Head, Row, Table } from "@/components/ui/table.tsx";
import type { UserRow } from "@/lib/access/users-contract.ts";
import { formatDateTime, formatNumber } from "@/lib/platform/locale/tr.ts";

/** `stale`: the rows are those of the previous filter, the new ones are on their way. */
export function UserTable({ users, stale }: { users: readonly UserRow[]; stale: boolean }) {
  const router = useRouter();
  const open = (index: number) => {
    const user = users[index];
    if (user) router.push(`/access/users/${user.id}`);
  };
  const keys = useListKeys({ count: users.length, onOpen: open });
  return (
    <Table caption="Kullanıcılar" aria-busy={stale} className={classNames(stale && "opacity-60")} {...keys.list}>
      <thead>
        <tr>
          <Head>Ad</Head>
          <Head>Rol</Head>
          <Head>Yer</Head>
          <Head>Kullanıcı adı</Head>
          <Head>İkinci adım</Head>
          <Head>Son görülme</Head>
          <Head numeric>Açık oturum</Head>
          <Head>Durum</Head>
        </tr>
      </thead>
      <tbody>
        {users.map((user, index) => (
          <Row key={user.id} clickable onClick={() => open(index)} {...keys.row(index)}>
            <Cell lead>
              <NearLink href={`/access/users/${user.id}`} tabIndex={-1} onClick={(event) => event.stopPropagation()}>
                {user.name}
              </NearLink>
            </Cell>
            <Cell>{roleLabels[user.role]}</Cell>
            <Cell>{placeName(user.provinceId ?? 0)}</Cell>
            <Cell rest className="code">
              {user.username}
            </Cell>
            <Cell rest>{user.hasSecondFactor ? "Kurulu" : "Yok"}</Cell>
            <Cell rest className="num">
              {user.lastSeenAt && formatDateTime(new Date(user.lastSeenAt))}
            </Cell>
            <Cell rest numeric>
              {formatNumber(user.openSessions)}
            </Cell>
            <Cell>
              <UserStateWord state={user.state} />
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
