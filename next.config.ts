import type { NextConfig } from "next";

const config: NextConfig = {
  reactCompiler: true,
  output: "standalone",
  poweredByHeader: false,
  serverExternalPackages: ["pg", "pg-boss", "nodemailer", "pino", "@node-rs/argon2", "@myriaddreamin/typst-ts-node-compiler"],
  outputFileTracingIncludes: {
    "/api/**": ["./lib/circulars/server/letter/*.typ", "./node_modules/@expo-google-fonts/tinos/**/*.ttf"],
  },
};
export default config;
