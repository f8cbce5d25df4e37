/// The bytes that the process has allocated now, or -1 where the platform does not tell.
long memory_in_use(void);

/// Begins to count the allocations of all threads.
void allocations_begin(void);

/// Ends the counting. Gives how many allocations there were since it began, or -1 where the platform does not tell.
long allocations_end(void);

/// The most bytes that were in use during the last counting beyond those that were when it began, or -1 where the platform does not tell.
long allocations_most_bytes(void);

/// The time in seconds that the process has had a processor, on all threads.
double processor_seconds(void);
