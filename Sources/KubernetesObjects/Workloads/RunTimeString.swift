/// A string that a controller makes while the cluster runs, as far as it is known before: the name of a Pod, or the value of a label.
public struct RunTimeString: Sendable, Hashable {
  /// What it begins with, which is cut where the whole would be too long.
  private let beginning: [Part]
  /// What it ends with, which is never cut.
  private let ending: [Part]
  /// The most bytes that it has; nil where nothing is cut.
  private let limit: Int?

  /// A part of the string.
  enum Part: Sendable, Hashable {
    case known(ExactString)
    /// The hash of a template, as a ReplicaSet or a revision is named after it.
    case templateHash
    /// The end of a name that the API server makes up.
    case random
    /// When a Job was due.
    case minutes
    /// How often the template was changed.
    case generation
    /// The identifier of an object.
    case identifier
    /// The number of the Pod among those of its workload.
    case ordinal
    /// Whatever an operator ends a name with.
    case ending
    /// Where the Node of a Pod is.
    case topology
  }

  private init(_ beginning: [Part], ending: [Part] = [], limit: Int? = nil) {
    self.beginning = beginning
    self.ending = ending
    self.limit = limit
  }

  /// A string that is known.
  static func known(_ string: String) -> RunTimeString { RunTimeString([.known(ExactString(string))]) }

  /// A string of some parts.
  static func parts(_ parts: Part...) -> RunTimeString { RunTimeString(parts) }

  /// The most bytes of a name that is made up.
  private static let longestName = 63

  /// The name of an object that the API server makes up, which begins with a given string.
  static func madeUp(from beginning: String) -> RunTimeString {
    RunTimeString([.known(ExactString(beginning))], ending: [.random], limit: longestName)
  }

  /// The name of an object that its owner makes: that of the owner, a hyphen and some parts.
  static func named(after owner: RunTimeString, _ parts: Part...) -> RunTimeString {
    RunTimeString(owner.beginning + owner.ending + [.known("-")] + parts)
  }

  /// The name of an object that the API server makes up from that of its owner: cut, so that five letters fit.
  static func generated(from owner: RunTimeString) -> RunTimeString {
    RunTimeString(owner.beginning + owner.ending + [.known("-")], ending: [.random], limit: longestName)
  }

  /// The name of a Pod of a Job that numbers them.
  static func generatedByNumber(from owner: RunTimeString) -> RunTimeString {
    RunTimeString(
      owner.beginning + owner.ending, ending: [.known("-"), .ordinal, .known("-"), .random], limit: longestName)
  }
}

extension RunTimeString {
  /// The string; nil where only its beginning is known.
  public var value: String? {
    let first = string(with: .first)
    return first.hasSameBytes(as: string(with: .second)) ? first : nil
  }

  /// What is known of the beginning: the whole string where all of it is.
  public var prefix: String {
    let (first, second) = (string(with: .first), string(with: .second))
    let common = zip(first.utf8, second.utf8).prefix { $0 == $1 }.map(\.0)
    return String(decoding: common, as: UTF8.self)
  }

  /// Whether the string may turn out to be another one, as far as its beginning shows.
  package func mayBe(_ string: String) -> Bool {
    value.map { $0.hasSameBytes(as: string) } ?? string.utf8.starts(with: prefix.utf8)
  }

  /// The string with what only a running Pod has made up.
  package func string(with standIn: StandIn) -> String {
    let ending = text(of: ending, with: standIn)
    let beginning = text(of: beginning, with: standIn)
    guard let limit, beginning.utf8.count + ending.utf8.count > limit else { return beginning + ending }
    return String(decoding: beginning.utf8.prefix(max(0, limit - ending.utf8.count)), as: UTF8.self) + ending
  }

  private func text(of parts: [Part], with standIn: StandIn) -> String {
    parts.map { part in
      switch part {
      case .known(let string): string.string
      case .templateHash: standIn.templateHash
      case .random: standIn.random
      case .minutes: standIn.minutes
      case .generation: standIn.generation
      case .identifier: standIn.identifier
      case .ordinal: "\(standIn.ordinal)"
      case .ending: standIn.ending
      case .topology: standIn.topology
      }
    }
    .joined()
  }
}

extension RunTimeString: CustomStringConvertible {
  /// The string; where only its beginning is known, that with a `*` behind it, e.g. `web-*`.
  public var description: String { value ?? "\(prefix)*" }
}
