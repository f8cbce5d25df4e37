package import KubernetesObjects

/// A filter that matches nothing, and what there is instead.
package struct NoMatch: CustomStringConvertible {
  private let pod: ObjectName?
  private let namespace: String?
  private let names: [ObjectName]
  private let noun: String
  /// What a name would have to begin with.
  private var beginning: String?

  /// How many names are listed.
  private static let listedCount = 10

  package init(pod: ObjectName?, namespace: String?, among names: [ObjectName], noun: String) {
    self.pod = pod
    self.namespace = namespace
    self.names = names
    self.noun = noun
  }

  /// A beginning of a name that no Pod has.
  package init(beginning: String, among names: [ObjectName]) {
    self.init(pod: nil, namespace: nil, among: names, noun: "Pod")
    self.beginning = beginning
  }

  package var description: String { "\(problem); \(whatThereIs)" }

  private var problem: String {
    if let beginning { return "no Pod of the input begins with \(beginning.quotedSafely)" }
    return switch (pod, namespace) {
    case (let pod?, nil): "\(noun) \(pod.description.printedSafely) is not in the input"
    case (let pod?, let namespace?):
      "\(noun) \(pod.description.printedSafely) is not in namespace \(namespace.quotedSafely) of the input"
    case (nil, let namespace?): "the input has no \(noun) in namespace \(namespace.quotedSafely)"
    case (nil, nil): "the input has no \(noun)"
    }
  }

  private var whatThereIs: String {
    if names.isEmpty { return "it has none in any namespace" }
    if beginning != nil { return "\(names.count == 1 ? "there is" : "there are") \(list(names.map(\.description)))" }
    if let pod {
      // Somebody who mistypes a name mostly knows the namespace.
      let near = names.filter { ExactString($0.namespace) == ExactString(pod.namespace) }
      if !near.isEmpty { return "\(near.count == 1 ? "there is" : "there are") \(list(near.map(\.description)))" }
    }
    let counts = Dictionary(grouping: names, by: { ExactString($0.namespace) }).mapValues(\.count)
    let namespaces = counts.sorted { $0.key.string.utf8.lexicographicallyPrecedes($1.key.string.utf8) }
    return "\(names.count == 1 ? "there is" : "there are") \(list(namespaces.map { "\($0.value) in \($0.key.string)" }))"
  }

  private func list(_ all: [String]) -> String {
    let some = all.prefix(Self.listedCount).map(\.printedSafely).joined(separator: ", ")
    return all.count > Self.listedCount ? "\(some) and \(all.count - Self.listedCount) more" : some
  }
}
