public import KubernetesObjects
public import MeshMapping

/// One thing that an upgrade changes for objects, in the words of this library: what it is, what shows that it concerns somebody, and what to
/// do.
///
/// Every note of Kuma's upgrade notes that is about objects is one, and what changes without a note of Kuma's. Those that the mapping knows
/// are reported by the rows of its history; others by a look at the objects (``Cluster/notes(from:to:)``); the rest say why they are not
/// reported. Two notes are equal if their identifiers are.
public struct UpgradeNote: Sendable, Identifiable {
  /// The identifier, which is never reused.
  public let id: String
  /// The first release in which it holds.
  public let release: KumaRelease
  /// The first release in which something else takes its place; nil where nothing does.
  public let until: KumaRelease?
  /// What happens to whom it concerns.
  public let effect: Effect
  /// The kinds that it is about.
  public let kinds: [String]
  /// What changes, a sentence.
  public let summary: String
  /// What to do, a sentence.
  public let remedy: String
  /// Numbers of pull requests of kumahq/kuma, where they are known; otherwise the source is the file `UPGRADE.md` there.
  public let pullRequests: [Int]
  /// What reports it.
  public let telling: Telling
  /// What it means for a verdict where it concerns an object.
  public let bearing: Bearing
  /// What shows that it concerns somebody.
  let check: NoteCheck?
  /// What does away with it where it concerns somebody; nil where that is more than an edit of the object.
  let mend: NoteMend?

  /// What happens to whom a note concerns.
  public enum Effect: String, Sendable, Hashable, CaseIterable {
    /// Nothing complains, and something else happens than before.
    case silent
    /// The object is refused, now or when it is written the next time.
    case refused
    /// All is as before, and there is a warning.
    case warning
  }

  /// What a note means for a verdict where it concerns an object (UPG-5).
  public enum Bearing: Sendable, Hashable {
    /// What a Pod is made for no longer works for certain: its workload needs attention.
    case breaks(TroubleEffect)
    /// Something may no longer work, which no object shows: the verdict says that there is something to read.
    case toRead
    /// Nothing: all is as before.
    case none
  }

  /// What reports a note.
  public enum Telling: Sendable, Hashable {
    /// A look at the objects.
    case check
    /// Rows of the release history, by their identifiers: what they do to a Pod is reported with the Pod.
    case rows([ExactString])
    /// Nothing, for a reason.
    case nobody(because: ExactString)
  }

  private init(
    _ id: String,
    _ release: KumaRelease,
    until: KumaRelease?,
    _ effect: Effect,
    _ kinds: [String],
    _ summary: String,
    remedy: String,
    pullRequests: [Int],
    telling: Telling,
    bearing: Bearing? = nil,
    check: NoteCheck?,
    mend: NoteMend? = nil
  ) {
    self.id = id
    self.release = release
    self.until = until
    self.effect = effect
    self.kinds = kinds
    self.summary = summary
    self.remedy = remedy
    self.pullRequests = pullRequests
    self.telling = telling
    self.bearing = bearing ?? (effect == .warning ? .none : .toRead)
    self.check = check
    self.mend = mend
  }

  /// A note that objects show.
  init(
    _ id: String,
    _ release: KumaRelease,
    until: KumaRelease? = nil,
    _ effect: Effect,
    _ kinds: [String],
    _ summary: String,
    remedy: String,
    _ pullRequests: [Int] = [],
    bearing: Bearing? = nil,
    mend: NoteMend? = nil,
    check: NoteCheck
  ) {
    self.init(
      id, release, until: until, effect, kinds, summary, remedy: remedy, pullRequests: pullRequests, telling: .check,
      bearing: bearing, check: check, mend: mend)
  }

  /// A note that rows of the release history report.
  init(
    _ id: String,
    _ release: KumaRelease,
    _ effect: Effect,
    _ kinds: [String],
    _ summary: String,
    remedy: String,
    rows: [String]
  ) {
    self.init(
      id, release, until: nil, effect, kinds, summary, remedy: remedy,
      pullRequests: [], telling: .rows(rows.map { ExactString($0) }), check: nil)
  }

  /// A note that is not reported.
  init(
    _ id: String,
    _ release: KumaRelease,
    _ effect: Effect,
    _ kinds: [String],
    _ summary: String,
    remedy: String,
    notTold reason: ExactString
  ) {
    self.init(
      id, release, until: nil, effect, kinds, summary, remedy: remedy, pullRequests: [],
      telling: .nobody(because: reason), check: nil)
  }
}
