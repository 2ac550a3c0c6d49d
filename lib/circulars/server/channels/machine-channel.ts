/** Channels a worker can submit to; by hand and by post a person does. */
export const isMachineChannel = (channel: string): boolean => channel === "kep" || channel === "email";
