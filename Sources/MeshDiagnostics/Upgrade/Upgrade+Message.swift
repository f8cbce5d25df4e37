import KubernetesObjects
public import MeshMapping

extension Trouble {
  /// What happens to how many workloads, as a sentence without its end, safe to print.
  public var message: String {
    "\(Self.count(workloads.count, "workload")) \(effect.phrase(of: workloads.count))"
  }

  /// In which releases, e.g. `from 2.11.0 on`, or `in 2.8.0 and 2.8.1 only`.
  public var releases: String {
    guard let gone else { return "from \(first) on" }
    let last = KumaRelease.known.last { $0 < gone } ?? first
    return last == first ? "in \(first) only" : "from \(first) to \(last) only"
  }

  /// Why, by the sentences of the history; safe to print.
  public var reasons: [String] {
    causes.map(\.summary) + [note?.summary].compactMap(\.self)
      + otherCauses.sorted { $0.rawValue < $1.rawValue }.map { cause in
        switch cause {
        case .settings: "The settings of the control plane differ."
        case .objects: "The objects differ."
        @unknown default: "The \(cause.rawValue) differ."
        }
      }
  }

  static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}

extension UpgradeSubject {
  /// What it is in words, e.g. `Deployment shop/web`, safe to print.
  public var phrase: String { "\(kind.printedSafely) \(namespace.printedSafely)/\(name.printedSafely)" }
}

extension Verdict {
  /// The verdict with what it rests on, e.g. `NOT READY: 3 of 14 workloads need attention`.
  ///
  /// - Parameters:
  ///   - workloads: How many workloads were looked at.
  ///   - lacks: What the input lacks, with what of it is there and could not be read: that is to be fixed, and not added.
  ///   - notes: What there is to read, which nobody can decide but who runs the workloads.
  public func message(
    of workloads: Int, lacking lacks: [Incompleteness] = [], butFor notes: [UpgradeNote] = []
  ) -> String {
    let all = Trouble.count(workloads, "workload")
    return switch self {
    case .ready where !notes.isEmpty:
      "\(heading) but for \(Trouble.count(notes.count, "note")) to read, \(notes.releasesPhrase): nothing else needs attention in \(all)"
    case .ready: "\(heading): nothing needs attention in \(all)"
    case .notReady(1, 0): "\(heading): 1 of \(all) needs attention"
    case .notReady(let count, 0): "\(heading): \(count) of \(all) need attention"
    case .notReady(0, let objects):
      "\(heading): \(Trouble.count(objects, "object")) \(objects == 1 ? "needs" : "need") attention, though none of \(all) does"
    case .notReady(let count, let objects):
      "\(heading): \(count) of \(all) and \(Trouble.count(objects, "other object")) need attention"
    case .cannotTell(let needs) where lacks.contains { !$0.unreadable.isEmpty && needs.contains($0.needs) }:
      "\(heading): \(Incompleteness.remedy(for: needs, among: lacks))"
    case .cannotTell where workloads == 0: "\(heading): the input has no Pods, and no workloads that make Pods"
    case .cannotTell([.pods]): "\(heading): some of it shows only on running Pods; add them to the input"
    case .cannotTell(let needs): "\(heading): \(Incompleteness.remedy(for: needs, among: lacks))"
    }
  }
}

extension UpgradeStep {
  /// The verdict in short, e.g. `NOT READY, 3 workloads`.
  public var shortVerdict: String {
    if case .ready = verdict, !notesToRead.isEmpty {
      return "\(verdict.heading) but for \(Trouble.count(notesToRead.count, "note")) to read"
    }
    guard case .notReady(let workloads, let objects) = verdict else { return verdict.heading }
    let counts = [(workloads, "workload"), (objects, "object")].filter { $0.0 > 0 }.map { Trouble.count($0.0, $0.1) }
    return "\(verdict.heading), \(counts.joined(separator: " and "))"
  }
}

extension UpgradePath {
  /// How far it is safe to go, and where the first trouble is, as a sentence without its end.
  public var reach: String {
    switch (safeUpTo, firstTrouble) {
    case (let safe?, let trouble?): "\(safePhrase(safe)); first trouble \(trouble)"
    case (let safe?, nil) where safe < new: "\(safePhrase(safe)); later releases are unknown"
    case (let safe?, nil): safePhrase(safe)
    case (nil, let trouble?): "first trouble \(trouble)"
    case (nil, nil): steps.isEmpty ? "\(new) is no later release than \(old)" : "how far it is safe is unknown"
    }
  }
}

extension UpgradePath {
  /// The verdict with what it rests on, and with how many notes there are to read, e.g. `NOT READY: 3 of 14 workloads need attention`.
  ///
  /// - Complexity: O(*n*) for *n* workloads, steps and notes.
  public var message: String {
    verdict.message(of: workloads, lacking: steps.flatMap(\.incomplete), butFor: notesToRead)
  }

  /// Up to which release it is safe, with the notes on the way there.
  private func safePhrase(_ safe: KumaRelease) -> String {
    let notes = notesToRead.filter { $0.release <= safe }
    guard !notes.isEmpty else { return "safe up to \(safe)" }
    return "safe up to \(safe) but for the \(notes.count == 1 ? "note" : "notes") \(notes.releasesPhrase)"
  }
}

extension [UpgradeNote] {
  /// Which releases they are of, e.g. `of 2.6.0, 2.9.0 and 2.13.0`.
  var releasesPhrase: String {
    "of \(Set(map(\.release)).sorted().map(\.description).listed)"
  }
}

extension SelectingPolicy {
  /// The object and the field, e.g. `TrafficPermission mesh-1 spec.sources[0].match["kuma.io/service"]`, safe to print.
  public var phrase: String { "\(policy) \(selection.path)" }
}
