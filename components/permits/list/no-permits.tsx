import { EmptyState } from "@/components/ui/screen-states.tsx";

export function NoPermits({ isFiltered, onClear }: { isFiltered: boolean; onClear: () => void }) {
  if (!isFiltered) {
    return <EmptyState title="İzin kaydı yok">Elle girilen ya da dosyadan aktarılan izinler burada görünür.</EmptyState>;
  }
  return (
    <EmptyState
      title="Bu filtreye uyan kayıt yok"
      action={
        <button type="button" className="link" onClick={onClear}>
          Filtreleri temizle
        </button>
      }
    >
      Filtreyi genişletin ya da kişiyi ad, izin no, yabancı kimlik no veya pasaport no ile arayın.
    </EmptyState>
  );
}
