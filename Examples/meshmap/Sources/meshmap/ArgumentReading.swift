import ArgumentParser
import KubernetesObjects
import MeshMapKit
import MeshMapping

/// How arguments are read; what cannot be is wrong usage and says what to write.
enum ArgumentReading {
  /// A release of Kuma as an argument; what is none is wrong usage.
  static func release(_ text: String) throws -> KumaRelease {
    do throws(KumaReleaseError) {
      return try KumaRelease(parsing: text)
    } catch {
      throw ValidationError(error.description)
    }
  }

  /// A mode of MeshServices as an argument.
  static func meshServicesMode(_ text: String) throws -> MeshServicesMode {
    guard let mode = MeshServicesMode(rawValue: text) else {
      let known = MeshServicesMode.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("\(text.quotedSafely) is not a mode of MeshServices; write one of \(known).")
    }
    return mode
  }

  /// What is on or off as an argument.
  static func onOrOff(_ text: String) throws -> InjectorSettings.Switch {
    guard let setting = InjectorSettings.Switch(rawValue: text) else {
      throw ValidationError("\(text.quotedSafely) is neither enabled nor disabled.")
    }
    return setting
  }

  /// A version of Kubernetes as an argument.
  static func kubernetesVersion(_ text: String) throws -> KubernetesVersion {
    guard let version = KubernetesVersion(text) else {
      throw ValidationError("\(text.quotedSafely) is not a version of Kubernetes; write one such as 1.31.")
    }
    return version
  }

  /// A list as an argument, its entries separated by commas; the empty text is the empty list.
  static func list(_ text: String) -> [String] {
    text.split(separator: ",").map(String.init)
  }

  /// The name of a Pod as an argument.
  static func podName(_ text: String) throws -> ObjectName {
    do throws(ObjectNameError) {
      return try ObjectName(parsing: text)
    } catch {
      throw ValidationError("\(text.quotedSafely) does not name a Pod; write namespace/name.")
    }
  }

  /// Exception labels as an argument.
  static func exceptionLabels(_ text: String) throws -> StringMap {
    try pairs(text) { "\($0) is not an exception; write key=value, or key=* for any value." }
  }

  /// Labels as an argument; the empty text is none.
  static func labels(_ text: String) throws -> StringMap {
    try pairs(text) { "\($0) is not a label; write key=value." }
  }

  /// Pairs of keys and values, separated by commas.
  private static func pairs(_ text: String, _ message: (String) -> String) throws -> StringMap {
    var pairs = StringMap()
    for entry in text.split(separator: ",") {
      guard let separator = entry.firstIndex(of: "=") else { throw ValidationError(message(String(entry).quotedSafely)) }
      pairs[String(entry[..<separator])] = String(entry[entry.index(after: separator)...])
    }
    return pairs
  }
}
