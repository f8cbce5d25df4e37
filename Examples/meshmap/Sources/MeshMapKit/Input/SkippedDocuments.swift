import KubernetesObjects

/// The documents below directories that are passed over, since they are no objects.
struct SkippedDocuments {
  /// Why a document is passed over.
  enum Reason: CaseIterable {
    /// It has no kind, or is what a tool reads.
    case noObject
    case template
    /// It changes another object.
    case patch
  }

  private var counts: [Reason: Int] = [:]
  private var names: [Reason: [String]] = [:]

  /// How many files are named.
  private static let namedCount = 3

  mutating func add(_ reason: Reason, in source: InputSource) {
    counts[reason, default: 0] += 1
    let isKnown = names[reason]?.last.map { ExactString($0) == ExactString(source.name) } ?? false
    if !isKnown { names[reason, default: []].append(source.name) }
  }

  /// Whether there are objects once something has rendered or applied what was passed over.
  var holdsObjects: Bool { counts[.template] != nil || counts[.patch] != nil }

  /// What there is to say about them.
  var notes: [String] { Reason.allCases.compactMap(note) }

  private func note(_ reason: Reason) -> String? {
    guard let count = counts[reason], let names = names[reason] else { return nil }
    let some = names.prefix(Self.namedCount).map(\.printedSafely).joined(separator: ", ")
    let places = names.count > Self.namedCount ? "\(some) and \(names.count - Self.namedCount) more files" : some
    let documents = count == 1 ? "1 document" : "\(count) documents"
    return switch reason {
    case .noObject: "skipped \(documents) without Kubernetes objects: \(places)"
    case .template:
      "skipped \(documents) of templates, which are read once they are rendered, as by helm template CHART | meshmap … -: \(places)"
    case .patch:
      "skipped \(documents) of patches, which are read once they are applied, as by kustomize build DIR | meshmap … -: \(places)"
    }
  }
}
