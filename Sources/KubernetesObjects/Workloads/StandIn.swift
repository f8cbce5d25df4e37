/// What only a running Pod has, made up: one of two that differ in every value, so that what comes out the same with both is known,
/// and what does not is unknown.
///
/// Each is what a cluster could give. A template's hash has from one to ten digits, so that a name may be cut or not. The endings are those
/// of names that an operator may leave to others: the first as a StatefulSet names a Pod, the second as a Deployment does.
package struct StandIn: Sendable {
  /// The hash of a template, as ReplicaSets and StatefulSets add it.
  let templateHash: String
  /// The five characters at the end of a generated name.
  let random: String
  /// When a CronJob makes a Job, in minutes since 1970.
  let minutes: String
  /// The generation of a template, as DaemonSets add it.
  let generation: String
  /// The UID of an owner.
  let identifier: String
  /// The number of a Pod of a StatefulSet or an indexed Job.
  let ordinal: Int
  /// The ending of a name that an operator leaves to others.
  let ending: String
  /// The value of a label of the Node that the API server copies.
  let topology: String
  /// The role among the Pods of a Rollout.
  package let role: PodRole

  /// The first of the two.
  package static let first = StandIn(
    templateHash: "4444444444",
    random: "bbbbb",
    minutes: "28000000",
    generation: "1",
    identifier: "0a0a0a0a-0000-4000-8000-000000000000",
    ordinal: 0,
    ending: "x-0",
    topology: "first",
    role: .stable
  )

  /// The second of the two.
  package static let second = StandIn(
    templateHash: "5",
    random: "ccccc",
    minutes: "39999999",
    generation: "23",
    identifier: "1b1b1b1b-1111-4111-9111-111111111111",
    ordinal: 21,
    ending: "5-c-ccccc",
    topology: "second",
    role: .next
  )

  /// The same with the number of a Pod that is known.
  func with(ordinal: Int) -> StandIn {
    StandIn(
      templateHash: templateHash,
      random: random,
      minutes: minutes,
      generation: generation,
      identifier: identifier,
      ordinal: ordinal,
      ending: ending,
      topology: topology,
      role: role
    )
  }
}
