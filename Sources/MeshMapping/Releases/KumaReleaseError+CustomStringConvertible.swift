import KubernetesObjects

extension KumaReleaseError: CustomStringConvertible {
  /// What is wrong and which releases can be named.
  public var description: String {
    switch self {
    case .malformed(let string): "\(string.quotedSafely) is not a release of Kuma; \(Self.supported)"
    case .unknown(let string): "\(string.quotedSafely) is not a release of Kuma that is known; \(Self.supported)"
    }
  }

  /// Which releases can be named.
  private static var supported: String {
    let lines = KumaRelease.newestOfEachLine.map { newest in
      newest.patch == 0 ? "\(newest)" : "\(newest.major).\(newest.minor).0–\(newest.patch)"
    }
    let announced = KumaRelease.announced.map { "\($0) (announced)" }
    return "write one of \((lines + announced).joined(separator: ", ")), or a line such as 2.9 for its newest patch release"
  }
}
