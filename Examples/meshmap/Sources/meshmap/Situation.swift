import MeshMapKit
import MeshMapping

/// What a command answers about.
struct Situation {
  let input: ReadInput
  let cluster: Cluster
  /// The name of the rules as it is printed.
  let rules: String
  /// What has to be said of the release once, where it is announced and not out yet.
  let announcement: String?
}
