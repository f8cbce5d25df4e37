/// What only a running Pod has, made up: one of two that differ in every value, so that what comes out the same with both is known,
/// and what does not is unknown.
///
/// Each is what a cluster could give, the second ending what an operator's Deployment would name a Pod, the first what a StatefulSet would: a template's hash has from one to ten digits, so that a name may be cut or not.
package struct StandIn: Sendable {
  let templateHash: String
  let random: String
  let minutes: String
  let generation: String
  let identifier: String
  let ordinal: Int
  let ending: String

  package static let first = StandIn(
    templateHash: "4444444444",
    random: "bbbbb",
    minutes: "28000000",
    generation: "1",
    identifier: "0a0a0a0a-0000-4000-8000-000000000000",
    ordinal: 0,
    ending: "x-0"
  )

  package static let second = StandIn(
    templateHash: "5",
    random: "ccccc",
    minutes: "39999999",
    generation: "23",
    identifier: "1b1b1b1b-1111-4111-9111-111111111111",
    ordinal: 10,
    ending: "5-c-ccccc"
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
      ending: ending
    )
  }
}
