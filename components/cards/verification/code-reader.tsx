"use client";
import { Camera, CameraOff } from "lucide-react";
import { type FormEvent, useState } from "react";
import { CameraView } from "@/components/cards/verification/camera-view.tsx";
import { decodePicture } from "@/components/cards/verification/decode-picture.ts";
import type { CardQuestion } from "@/components/cards/verification/use-card-verification.ts";
import type { CardVerificationWords } from "@/components/cards/verification/verification-words.ts";
import { Button } from "@/components/ui/button.tsx";
import { Field, FieldError } from "@/components/ui/field.tsx";
import { FileDrop } from "@/components/ui/file-drop.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { TextInput } from "@/components/ui/text-input.tsx";

export type CodeReaderProps = {
  words: CardVerificationWords["code"];
  /** Where the number is asked first, the camera is the second way. */
  isSecond: boolean;
  busy: boolean;
  onAsk: (question: CardQuestion) => void;
};

/** By camera, by a picture, or by the text that another reader shows. */
export function CodeReader({ words, isSecond, busy, onAsk }: CodeReaderProps) {
  const [isLooking, setLooking] = useState(false);

  async function take(file: File) {
    setLooking(true);
    const code = await decodePicture(file);
    setLooking(false);
    onAsk(code === null ? { by: "nothing" } : { by: "code", code });
  }

  return (
    <Panel title={words.title}>
      <p className="small mb-4 text-ink-2">{words.lead}</p>
      <CameraPart words={words} isSecond={isSecond} onFound={(code) => onAsk({ by: "code", code })} />
      <FileDrop
        className="mt-3"
        label={words.drop}
        choose={words.choose}
        accept="image/*"
        busy={isLooking ? words.looking : false}
        onFiles={([file]) => file && void take(file)}
      />
      <details className="mt-3">
        <summary className="link small flex min-h-11 w-fit items-center">{words.paste}</summary>
        <PasteForm words={words} busy={busy} onAsk={onAsk} />
      </details>
    </Panel>
  );
}

function CameraPart({
  words,
  isSecond,
  onFound,
}: {
  words: CardVerificationWords["code"];
  isSecond: boolean;
  onFound: (text: string) => void;
}) {
  const [state, setState] = useState<"closed" | "open" | "refused" | "insecure">("closed");
  const isOpen = state === "open";
  const open = () => setState(globalThis.isSecureContext && navigator.mediaDevices ? "open" : "insecure");
  return (
    <div>
      <Button
        tone={isOpen || isSecond ? "plain" : "primary"}
        icon={
          isOpen ? (
            <CameraOff size={18} strokeWidth={1.75} aria-hidden="true" />
          ) : (
            <Camera size={18} strokeWidth={1.75} aria-hidden="true" />
          )
        }
        className="w-full max-lg:min-h-12"
        onClick={() => (isOpen ? setState("closed") : open())}
      >
        {isOpen ? words.stop : words.camera}
      </Button>
      {state === "refused" || state === "insecure" ? <FieldError>{words[state]}</FieldError> : null}
      {isOpen ? (
        <CameraView
          words={words}
          onRefused={() => setState("refused")}
          onFound={(text) => {
            setState("closed");
            onFound(text);
          }}
        />
      ) : null}
    </div>
  );
}

function PasteForm({ words, busy, onAsk }: Omit<CodeReaderProps, "isSecond">) {
  const [code, setCode] = useState("");
  const [isMissing, setMissing] = useState(false);
  function submit(event: FormEvent) {
    event.preventDefault();
    if (code.trim() === "") return setMissing(true);
    onAsk({ by: "code", code });
  }
  return (
    <form noValidate onSubmit={submit}>
      <Field label={words.pasted} hint={words.hint} error={isMissing ? words.missing : undefined} required>
        <div className="flex flex-wrap gap-3">
          <TextInput
            value={code}
            name="code"
            maxLength={500}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            className="min-w-0 flex-1 basis-64 font-mono"
            onChange={(event) => {
              setCode(event.target.value);
              setMissing(false);
            }}
          />
          <Button type="submit" busy={busy ? words.looking : false}>
            {words.deed}
          </Button>
        </div>
      </Field>
    </form>
  );
}
