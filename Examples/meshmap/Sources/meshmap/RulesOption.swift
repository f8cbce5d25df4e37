import ArgumentParser
import MeshMapping

/// The option that chooses the rules.
struct RulesOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The release of Kuma: 2.9.4, 2.9 for its newest patch release, 3.0 (announced), or detect for the one that the input runs; default: the documented rules.",
      valueName: "release|detect"
    ),
    transform: ArgumentReading.releaseChoice
  )
  var release: Choice?

  /// Where the rules come from.
  enum Choice: Sendable {
    case release(KumaRelease)
    /// From what the input shows of the control plane that runs there.
    case detect
  }
}
