#ifndef CSIGNALS_H
#define CSIGNALS_H

/// Has the execution told that is under way when the process traps, or when one takes longer than a limit.
///
/// - target: What is printed before the number of the execution; kept as it is.
/// - seconds: How long one execution may take.
void csignals_watch(const char *target, unsigned seconds);

/// Notes that an execution begins.
void csignals_begin(unsigned long long execution);

/// How many seconds of the processor the process has used.
double csignals_processor_seconds(void);

#endif
