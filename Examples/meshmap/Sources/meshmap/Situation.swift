import MeshMapKit
import MeshMapping

/// What a command answers about.
struct Situation {
  let input: ReadInput
  let cluster: Cluster
  let rules: RulesInUse
}
