import KubernetesObjects
import MeshMapping

/// The documents below directories that are passed over, since they are no objects.
struct SkippedDocuments {
  /// Why a document is passed over.
  enum Reason: CaseIterable {
    /// It has no kind, or is what a tool reads.
    case noObject
    case template
    /// It changes objects.
    case patch
  }

  private var counts: [Reason: Int] = [:]
  /// The files that hold them, each once where it does so in one piece.
  private var sources: [Reason: [InputSource]] = [:]

  /// How many files are named.
  private static let namedCount = 3

  mutating func add(_ reason: Reason, in source: InputSource) {
    counts[reason, default: 0] += 1
    if sources[reason]?.last != source { sources[reason, default: []].append(source) }
  }

  /// Whether there are objects once something has rendered or applied what was passed over.
  var holdsObjects: Bool { counts[.template] != nil || counts[.patch] != nil }

  /// What has yet to be rendered or applied: the charts and the kustomizations, and what belongs to none.
  var unmade: Set<ObjectReference> {
    Set((sources[.template] ?? []).map(\.unrendered) + (sources[.patch] ?? []).map(\.unapplied))
  }

  /// What there is to say about them.
  var notes: [String] { Reason.allCases.compactMap(note) }

  private func note(_ reason: Reason) -> String? {
    guard let count = counts[reason], let sources = sources[reason] else { return nil }
    let some = sources.prefix(Self.namedCount).map(\.name.printedSafely).joined(separator: ", ")
    let places = sources.count > Self.namedCount ? "\(some) and \(sources.count - Self.namedCount) more files" : some
    let documents = count == 1 ? "1 document" : "\(count) documents"
    return switch reason {
    case .noObject: "skipped \(documents) without Kubernetes objects: \(places)"
    case .template:
      "skipped \(documents) of templates, which are read once they are rendered, as by helm template CHART | meshmap … -: \(places)"
    case .patch:
      "skipped \(documents) of kustomizations and patches, which are read once they are applied, as by kustomize build DIR | meshmap … -: \(places)"
    }
  }
}

extension InputSource {
  /// The chart whose template the source is, or the template.
  fileprivate var unrendered: ObjectReference {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard role == .template, let templates = parts.dropLast().lastIndex(of: "templates") else {
      return ObjectReference(document: "template \(name)", .unrendered)
    }
    let folder = parts[..<templates].joined(separator: "/")
    return ObjectReference(document: "chart \(folder.isEmpty ? "." : folder)", .unrendered)
  }

  /// The kustomization that the source is, or is a patch of, or the patch.
  var unapplied: ObjectReference {
    switch role {
    case .kustomization: ObjectReference(document: "kustomization \(ToolDocument.folder(of: name))", .unapplied)
    case .patch(let file): ObjectReference(document: "kustomization \(ToolDocument.folder(of: file.string))", .unapplied)
    case .objects, .template, .content: ObjectReference(document: "patch \(name)", .unapplied)
    }
  }
}
