import KubernetesObjects
import MeshMapping
import Testing

/// Which releases there are, and how one is read.
@Suite("Releases")
struct KumaReleaseTests {
  @Test func releasesAreSortedAndUnique() {
    let all = KumaRelease.all
    #expect(all == all.sorted())
    #expect(Set(all).count == all.count)
    #expect(all.count == 230)
    #expect(all.first?.description == "1.2.0")
    #expect(all.last == .newest)
    // The only place in the tests that names it.
    #expect(KumaRelease.newest.description == "2.14.3")
  }

  @Test(arguments: [
    ("1.2.0", "1.2.0"), ("2.9.4", "2.9.4"), ("2.9.19", "2.9.19"), ("2.10.0", "2.10.0"), ("v2.9.4", "2.9.4"),
    ("1.2", "1.2.3"), ("1.6", "1.6.5"), ("2.4", "2.4.10"), ("2.7", "2.7.29"), ("2.9", "2.9.19"), ("v2.9", "2.9.19"),
  ])
  func reading(_ text: String, _ expected: String) throws {
    #expect(try KumaRelease(parsing: text).description == expected)
  }

  @Test(arguments: KumaRelease.newestOfEachLine)
  func aLineIsItsNewestRelease(_ newest: KumaRelease) throws {
    #expect(try KumaRelease(parsing: "\(newest.major).\(newest.minor)") == newest)
  }

  /// Neither the next patch release nor the next line is known.
  @Test func whatComesAfterTheNewestIsUnknown() {
    let newest = KumaRelease.newest
    for next in ["\(newest.major).\(newest.minor).\(newest.patch + 1)", "\(newest.major).\(newest.minor + 1)"] {
      #expect(throws: KumaReleaseError.unknown(ExactString(next))) { try KumaRelease(parsing: next) }
    }
  }

  @Test func everyReleaseReadsBack() throws {
    for release in KumaRelease.known { #expect(try KumaRelease(parsing: "\(release)") == release) }
  }

  @Test(arguments: [
    "banana", "", "2", "2.", ".9", "2.9.", "2.9.4.1", "v", "V2.9.4", "vv2.9.4", "v 2.9.4", "2.9.v4", "2.09.1", "02.9.1",
    "2.9.04", "2.9.-1", "+2.9.1", " 2.9",
    "2.9 ",
    "2.9.4-rc1", "2,9", "2.9.٤", "2.9.4294967296", "2.9.99999999999999999999", "latest", "documented",
  ])
  func malformed(_ text: String) {
    #expect(throws: KumaReleaseError.malformed(ExactString(text))) { try KumaRelease(parsing: text) }
    expectSupported(in: KumaReleaseError.malformed(ExactString(text)).description)
  }

  @Test(arguments: [
    "0.9", "9.9", "2.9.99", "1.9.0", "1.9", "1.1.6", "1.2.4", "1.4.2", "2.9.20", "v2.9.20", "3.0.1", "3.0.7", "3.1", "4.0.0",
    "0.0.0",
  ])
  func unknown(_ text: String) {
    #expect(throws: KumaReleaseError.unknown(ExactString(text))) { try KumaRelease(parsing: text) }
    expectSupported(in: KumaReleaseError.unknown(ExactString(text)).description)
  }

  @Test(arguments: ["3.0", "3.0.0", "v3.0", "v3.0.0"])
  func announced(_ text: String) throws {
    let release = try KumaRelease(parsing: text)
    #expect(release.description == "3.0.0")
    #expect(release.isAnnounced)
    #expect(release.announcement?.contains("3.0.0 is announced, not released") == true)
  }

  /// What is announced comes after all that is out, and is the first of its line.
  @Test func announcedReleasesAreNotOut() {
    #expect(KumaRelease.announced.map(\.description) == ["3.0.0"])
    #expect(KumaRelease.known == KumaRelease.all + KumaRelease.announced)
    #expect(KumaRelease.known == KumaRelease.known.sorted())
    for release in KumaRelease.all { #expect(!release.isAnnounced && release.announcement == nil, "\(release)") }
    for release in KumaRelease.announced { #expect(release > .newest && release.patch == 0) }
  }

  /// A message lists what can be written instead.
  private func expectSupported(in message: String) {
    #expect(message.contains("write"))
    for line in ["1.2.0–3", "1.8.0–8", "2.0.0–8", "2.9.0–19", "3.0.0 (announced)"] {
      #expect(message.contains(line), "\(message) does not list \(line)")
    }
  }
}
