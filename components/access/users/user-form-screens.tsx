"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { stepUpOf } from "@/components/access/step-up-field.tsx";
import { UserForm } from "@/components/access/users/user-form.tsx";
import { useAmendUser, useCreateUser, userQueries } from "@/components/access/users/user-queries.ts";
import { Breadcrumbs } from "@/components/shell/breadcrumbs.tsx";
import { DensityScope } from "@/components/shell/density.tsx";
import { LoadState } from "@/components/ui/load-state.tsx";
import { Page, PageHeader } from "@/components/ui/page-header.tsx";
import { ForbiddenState } from "@/components/ui/screen-states.tsx";
import { toastDone } from "@/components/ui/toast.tsx";
import { roles } from "@/lib/access/policy.ts";
import type { UserRecord } from "@/lib/access/users-contract.ts";

const list = { label: "Kullanıcılar", href: "/access/users" };
const waits = "Öneri kaydedildi; bir başka sistem yöneticisinin onayını bekliyor.";
const nobody = { username: "", name: "", title: "", phone: "", role: roles[0], unitId: "", reason: "" };

export function CreateUserScreen() {
  const router = useRouter();
  const create = useCreateUser();
  return (
    <DensityScope fallback="comfortable" className="flex flex-1 flex-col">
      <Breadcrumbs items={[list, { label: "Yeni kullanıcı" }]} />
      <Page className="max-w-[52rem] pb-0 lg:pb-0">
        <PageHeader
          title="Yeni kullanıcı"
          back={list}
          meta="Onaylayana bir kez kullanılan kurulum bağlantısı verilir; kişi parolasını onunla kendisi belirler."
        />
      </Page>
      <UserForm
        values={nobody}
        isNew
        back={list.href}
        deed="Hesabı öner"
        onSave={async (values, proof) => {
          const { id } = await create.mutateAsync({ ...values, stepUp: stepUpOf(proof) });
          toastDone(waits);
          router.push(`/access/users/${id}`);
        }}
      />
    </DensityScope>
  );
}

export function AmendUserScreen({ userId }: { userId: string }) {
  const query = useQuery(userQueries.record(userId));
  const href = `/access/users/${userId}`;
  return (
    <DensityScope fallback="comfortable" className="flex flex-1 flex-col">
      <Breadcrumbs items={[list, { label: query.data?.name ?? "Kullanıcı", href }, { label: "Yetkiyi değiştir" }]} />
      <Page className="max-w-[52rem] pb-0 lg:pb-0">
        <PageHeader
          title="Yetkiyi değiştir"
          back={{ href, label: query.data?.name ?? "Kullanıcı" }}
          meta="Rol ya da birim değişince kişinin açık oturumları kapanır."
        />
      </Page>
      <LoadState query={query} what="Kullanıcı">
        {(user) => (user.allowedActions.includes("amend") ? <AmendForm user={user} href={href} /> : <NotNow href={href} />)}
      </LoadState>
    </DensityScope>
  );
}

function AmendForm({ user, href }: { user: UserRecord; href: string }) {
  const router = useRouter();
  const amend = useAmendUser();
  const { id: userId, version, username, name, title, phone, role, unitId } = user;
  return (
    <UserForm
      values={{ username, name, title, phone, role, unitId, reason: "" }}
      isNew={false}
      back={href}
      deed="Değişikliği öner"
      onSave={async ({ username: _username, ...values }, proof) => {
        await amend.mutateAsync({ userId, version, ...values, stepUp: stepUpOf(proof) });
        toastDone(waits);
        router.push(href);
      }}
    />
  );
}

function NotNow({ href }: { href: string }) {
  return (
    <Page>
      <ForbiddenState
        title="Bu hesap şu anda değiştirilemez"
        action={
          <Link href={href} className="link">
            Hesaba dön
          </Link>
        }
      >
        Hesap kapalı, sizin hesabınız ya da onay bekleyen bir önerisi var.
      </ForbiddenState>
    </Page>
  );
}
