public import KubernetesObjects

/// Why a string names no release that the library knows.
public enum KumaReleaseError: Error, Sendable, Hashable {
  /// The string is neither `major.minor` nor `major.minor.patch`, with or without a `v` before it.
  case malformed(ExactString)
  /// There is no such release, or it is older or newer than those that are known.
  case unknown(ExactString)
}
