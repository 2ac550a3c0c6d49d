"use client";
import { createContext, useContext } from "react";

/** Opens the palette from anywhere: a list's own search field, a key. */
export const PaletteContext = createContext<{ open: () => void }>({ open: () => undefined });

export const usePalette = () => useContext(PaletteContext);
