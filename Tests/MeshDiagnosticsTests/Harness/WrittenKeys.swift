import Foundation
import KubernetesJSON

/// The keys of what a value writes as JSON, each with the keys that lead to it; `[]` stands for the elements of a list.
enum WrittenKeys {
  /// The paths of the fields, sorted, each once.
  ///
  /// - Parameters:
  ///   - value: The value.
  ///   - closed: Keys of objects that are not looked into: those of Kubernetes and Kuma, whose keys are not this project's.
  static func paths(of value: some JSONWritable, closed: Set<String> = ["resource", "tags"]) throws -> [String] {
    let json = Data(JSONWriter.bytes(of: value, layout: .compact))
    return Set(paths(of: try JSONSerialization.jsonObject(with: json), closed)).sorted()
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
