/// The bytes that the process has allocated now, or -1 where the platform does not tell.
long memory_in_use(void);
