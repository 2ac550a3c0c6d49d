"use client";
import { Eye, EyeOff } from "lucide-react";
import { useState } from "react";
import { IconButton } from "@/components/ui/button.tsx";
import { TextInput, type TextInputProps } from "@/components/ui/text-input.tsx";

/** Hidden until its owner wants to read what they typed; never refuses what a password manager pastes. */
export function PasswordInput(props: TextInputProps & { autoComplete: "current-password" | "new-password" }) {
  const [isShown, setShown] = useState(false);
  const Icon = isShown ? EyeOff : Eye;
  return (
    <span className="relative block">
      <TextInput {...props} type={isShown ? "text" : "password"} maxLength={200} className="pr-11" />
      <span className="absolute inset-y-0 right-1 flex items-center">
        <IconButton size="sm" label={isShown ? "Parolayı gizle" : "Parolayı göster"} onClick={() => setShown(!isShown)}>
          <Icon size={16} strokeWidth={1.75} aria-hidden="true" />
        </IconButton>
      </span>
    </span>
  );
}
