/// Why reading stopped, and at which byte of the source.
struct YAMLFault: Error {
  let problem: YAMLProblem
  let offset: Int

  init(_ problem: YAMLProblem, at offset: Int) {
    self.problem = problem
    self.offset = offset
  }
}
