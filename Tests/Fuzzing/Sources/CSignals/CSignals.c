#include "CSignals.h"

#include <signal.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static const char *watched = "";
static volatile unsigned long long current = 0;
static unsigned limit = 10;

static void say(const char *text) {
  ssize_t ignored = write(2, text, strlen(text));
  (void)ignored;
}

static void tell(int signal) {
  char digits[24];
  int at = sizeof digits;
  digits[--at] = 0;
  unsigned long long number = current;
  do {
    digits[--at] = (char)('0' + number % 10);
    number /= 10;
  } while (number > 0);
  say(signal == SIGALRM ? "\nan execution takes too long: " : "\nan execution traps: ");
  say(watched);
  say(" --execution ");
  say(digits + at);
  say("\n");
  _exit(signal == SIGALRM ? 3 : 4);
}

void csignals_watch(const char *target, unsigned seconds) {
  watched = target;
  limit = seconds;
  // What overflows the stack is told on another one.
  static char stack[1 << 16];
  stack_t other;
  memset(&other, 0, sizeof other);
  other.ss_sp = stack;
  other.ss_size = sizeof stack;
  sigaltstack(&other, 0);
  const int signals[] = {SIGALRM, SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGABRT, SIGFPE};
  for (unsigned index = 0; index < sizeof signals / sizeof *signals; index++) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = tell;
    action.sa_flags = SA_ONSTACK;
    sigaction(signals[index], &action, 0);
  }
}

void csignals_begin(unsigned long long execution) {
  current = execution;
  alarm(limit);
}

double csignals_processor_seconds(void) {
  return (double)clock() / CLOCKS_PER_SEC;
}
