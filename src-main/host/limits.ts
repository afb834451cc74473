/** Attachments of up to 100 MB are handed over; the margin is for what an office's scanner adds. */
export const LARGEST_UPLOAD_BYTES = 110 * 1024 * 1024;
