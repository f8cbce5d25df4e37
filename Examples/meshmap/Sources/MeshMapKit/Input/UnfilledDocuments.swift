import KubernetesObjects
import MeshMapping

/// The files whose objects are read though something in them has yet to be filled in, names or labels say.
struct UnfilledDocuments {
  /// The files by the language of the template, each once.
  private var sources: [Template.Language: [InputSource]] = [:]

  /// How many files are named.
  private static let namedCount = 3

  mutating func add(_ template: Template.Language, in source: InputSource) {
    if sources[template]?.last != source { sources[template, default: []].append(source) }
  }

  /// What no verdict is green for: nobody knows what the objects will be called.
  var documents: Set<ObjectReference> {
    Set(sources.values.joined().map { ObjectReference(document: "template \($0.name)", .unrendered) })
  }

  /// What there is to say about each language, in order.
  var notes: [String] {
    Template.Language.allCases.compactMap { template in
      guard let sources = sources[template] else { return nil }
      let some = sources.prefix(Self.namedCount).map(\.name.printedSafely).joined(separator: ", ")
      let places = sources.count > Self.namedCount ? "\(some) and \(sources.count - Self.namedCount) more files" : some
      return
        "what begins with \(template.mark) in names, labels and annotations of Kuma is taken as it stands; if it is a template, \(template.remedy): \(places)"
    }
  }
}
