import Foundation
package import KubernetesJSON

/// The keys of what a value writes as JSON, each with the keys that lead to it; `[]` stands for the elements of a list.
package enum WrittenKeys {
  /// The paths of the fields, sorted, each once.
  ///
  /// - Parameters:
  ///   - value: The value.
  ///   - closed: Keys of objects that are not looked into: those of Kubernetes and Kuma, whose keys are not this project's.
  package static func paths(of value: some JSONWritable, closed: Set<String> = ["resource", "tags"]) throws -> [String] {
    let json = Data(JSONWriter.bytes(of: value, layout: .compact))
    return Set(paths(of: try JSONSerialization.jsonObject(with: json), closed)).sorted()
  }

  /// The paths of the fields of several values, sorted, each once; those of a list that is empty somewhere are those that it has elsewhere.
  package static func paths(
    ofAll values: some Sequence<some JSONWritable>, closed: Set<String> = ["resource", "tags"]
  ) throws -> [String] {
    let all = Set(try values.flatMap { try paths(of: $0, closed: closed) })
    return all.filter { path in !path.hasSuffix("[]") || !all.contains { $0.hasPrefix(path + ".") } }.sorted()
  }

  private static func paths(of value: Any, _ closed: Set<String>) -> [String] {
    if let list = value as? [Any] {
      return list.isEmpty ? ["[]"] : list.flatMap { paths(of: $0, closed) }.map { $0.isEmpty ? "[]" : "[].\($0)" }
    }
    guard let object = value as? [String: Any], !object.isEmpty else { return [""] }
    return object.flatMap { key, value -> [String] in
      if closed.contains(key) { return [key] }
      return paths(of: value, closed).map { path in
        path.isEmpty ? key : path.hasPrefix("[]") ? key + path : "\(key).\(path)"
      }
    }
  }
}
