import KubernetesJSON
package import MeshMapping

/// The rules that an answer was found by, as every document names them.
package struct RulesInUse: Sendable, Hashable {
  /// The release, or `documented`.
  let name: String
  /// What has to be said of the release once, where it is announced and not out yet.
  let announcement: String?

  /// The rules of a release; nil for those of the documentation.
  package init(of release: KumaRelease?) {
    name = release.map(\.description) ?? "documented"
    announcement = release?.announcement
  }

  /// The rules as people name them.
  var phrase: String { name == "documented" ? "the documented rules" : "the rules of Kuma \(name)" }

  /// Writes the members of a document that say what the rules are.
  func writeMembers<Sink: JSONSink>(to object: inout Sink) {
    object.write(name, forKey: "rules")
    object.write(announcement, forKey: "announced")
  }

  /// What is said of the rules once in a text.
  func lines(_ style: Style) -> [String] { announcement.map { [style.notable($0)] } ?? [] }
}
