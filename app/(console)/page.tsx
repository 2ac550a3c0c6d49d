import type { Metadata } from "next";
import { CardTasks } from "@/components/cards/today/card-tasks.tsx";
import { StockTasks } from "@/components/cards/today/stock-tasks.tsx";
import { TodayScreen } from "@/components/circulars/today/today-screen.tsx";

export const metadata: Metadata = { title: "Bugün" };

export default function TodayPage() {
  return (
    <TodayScreen
      others={
        <>
          <CardTasks />
          <StockTasks />
        </>
      }
    />
  );
}
