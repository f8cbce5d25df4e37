import MeshMapping
import Testing

@testable import MeshDiagnostics

/// Keys that are known, and which of them is meant.
@Suite("Keys of Kuma")
struct KnownKeyTests {
  @Test(arguments: KnownKeys.all)
  func keysThatPeopleWriteAreReadSomewhere(_ known: KnownKey) {
    #expect(!known.places.isEmpty)
    #expect(!KnownKeys.isKumas(known.key))
    #expect(KnownKeys.all.count { $0.key == known.key } == 1)
  }

  /// No two keys are so near that one is taken for a slip of the other.
  @Test(arguments: KnownKeys.all)
  func knownKeysMeanThemselves(_ known: KnownKey) {
    for place in known.places { #expect(NearestKey.key(meantBy: known.key, at: place) == known) }
  }

  @Test(arguments: [
    ("kuma.io/sidecar-injection ", "kuma.io/sidecar-injection"), ("Kuma.io/Sidecar-Injection", "kuma.io/sidecar-injection"),
    ("kuma.io/inject", nil), ("kuma.io/mesg", "kuma.io/mesh"), ("kuma.io/meshes", nil), ("kuma.io/protocl", nil),
    ("k8s.kuma.io/zone-proxy-typ", "k8s.kuma.io/zone-proxy-type"), ("kuma.io/sidecar-env-var", "kuma.io/sidecar-env-vars"),
  ])
  func slips(_ key: String, _ meant: String?) {
    #expect(NearestKey.key(meantBy: key, at: .podLabel)?.key == meant)
  }
}
