import ArgumentParser

/// Which changes a command ends with status 1 for.
enum ChangeThreshold: String, ExpressibleByArgument, CaseIterable {
  case attention, any, never
}
