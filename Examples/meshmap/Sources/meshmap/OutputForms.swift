import ArgumentParser

/// The forms of output that a command has.
protocol OutputForms: Sendable {
  static var all: [OutputFormat] { get }
}

/// Those that every command has.
enum CommonForms: OutputForms {
  static let all: [OutputFormat] = [.text, .json, .yaml]
}

/// Those of `upgrade`.
enum UpgradeForms: OutputForms {
  static let all = CommonForms.all + [.html]
}

/// Those of `lint`.
enum LintForms: OutputForms {
  static let all = CommonForms.all + [.sarif, .github]
}

/// A form of output as an argument of a command. Those that only other commands have can be told from what is no form at all.
struct OutputArgument<Forms: OutputForms>: ExpressibleByArgument {
  let format: OutputFormat

  init(_ format: OutputFormat) {
    self.format = format
  }

  init?(argument: String) {
    guard let format = OutputFormat(rawValue: argument) else { return nil }
    self.init(format)
  }

  static var allValueStrings: [String] { Forms.all.map(\.rawValue) }
  var defaultValueDescription: String { format.rawValue }
}
