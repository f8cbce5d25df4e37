import ArgumentParser
import KubernetesObjects
import MeshDiagnostics
import MeshMapKit
import MeshMapping

/// How arguments are read; what cannot be is wrong usage and says what to write.
enum ArgumentReading {
  /// A release of Kuma as an argument; what is none is wrong usage.
  static func release(_ string: String) throws -> KumaRelease {
    do throws(KumaReleaseError) {
      return try KumaRelease(parsing: string)
    } catch {
      throw ValidationError(error.description)
    }
  }

  /// A release, or that what runs in the input says it, as an argument.
  static func releaseChoice(_ string: String) throws -> RulesOption.Choice {
    string == "detect" ? .detect : .release(try release(string))
  }

  /// A mode of MeshServices as an argument.
  static func meshServicesMode(_ string: String) throws -> MeshServicesMode {
    guard let mode = MeshServicesMode(rawValue: string) else {
      let known = MeshServicesMode.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("\(string.quotedSafely) is not a mode of MeshServices; write one of \(known).")
    }
    return mode
  }

  /// What is on or off as an argument.
  static func onOrOff(_ string: String) throws -> InjectorSettings.Switch {
    guard let setting = InjectorSettings.Switch(rawValue: string) else {
      throw ValidationError("\(string.quotedSafely) is neither enabled nor disabled.")
    }
    return setting
  }

  /// An IP family mode as an argument.
  static func ipFamilyMode(_ string: String) throws -> InjectorSettings.IPFamilyMode {
    guard let mode = InjectorSettings.IPFamilyMode(rawValue: string) else {
      throw ValidationError("\(string.quotedSafely) is neither dualstack nor ipv4.")
    }
    return mode
  }

  /// A version of Kubernetes as an argument.
  static func kubernetesVersion(_ string: String) throws -> KubernetesVersion {
    guard let version = KubernetesVersion(string) else {
      throw ValidationError("\(string.quotedSafely) is not a version of Kubernetes; write one such as 1.31.")
    }
    return version
  }

  /// A list as an argument, its entries separated by commas; the empty string is the empty list.
  static func list(_ string: String) -> [String] {
    string.split(separator: ",").map(String.init)
  }

  /// Codes of findings as an argument; what is none is wrong usage.
  static func findingCodes(_ string: String) throws -> [String] {
    let codes = list(string).map { String($0.drop { $0 == " " }) }
    let known = FindingKind.all.map(\.code)
    for code in codes where !known.contains(code) {
      let nearest = NearestName.of(code, among: known).map { "; \($0) is" } ?? "; meshmap codes lists them"
      throw ValidationError("\(code.quotedSafely) is no code of a finding\(nearest).")
    }
    return codes
  }

  /// The name of a Pod as an argument.
  static func podName(_ string: String) throws -> ObjectName {
    do throws(ObjectNameError) {
      return try ObjectName(parsing: string)
    } catch {
      throw ValidationError("\(string.quotedSafely) does not name a Pod; write namespace/name.")
    }
  }

  /// Where a kind has the template of its Pods, as an argument.
  static func podTemplate(_ string: String) throws -> (kind: String, path: String) {
    let parts = string.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let steps = parts.last?.split(separator: ".", omittingEmptySubsequences: false) ?? []
    guard parts.count == 2, !parts[0].isEmpty, !steps.contains(where: \.isEmpty) else {
      throw ValidationError(
        "\(string.quotedSafely) does not say where a kind has its template; write kind=path, such as Engine=spec.template.")
    }
    return (parts[0], parts[1])
  }

  /// Exception labels as an argument.
  static func exceptionLabels(_ string: String) throws -> StringMap {
    try pairs(string) { "\($0) is not an exception; write key=value, or key=* for any value." }
  }

  /// Labels as an argument; the empty string is none.
  static func labels(_ string: String) throws -> StringMap {
    try pairs(string) { "\($0) is not a label; write key=value." }
  }

  /// How much findings matter, as an argument.
  static func severity(_ string: String) throws -> Severity {
    guard let severity = Severity(rawValue: string) else {
      throw ValidationError("\(string.quotedSafely) is no severity; write error, warning or info.")
    }
    return severity
  }

  /// A tag as an argument.
  static func tag(_ string: String) throws -> StringMap.Entry {
    let tags = try pairs(string) { "\($0) is not a tag; write key=value, or key=* for any value." }
    guard let tag = tags.first, tags.count == 1, !tag.key.isEmpty else {
      throw ValidationError("\(string.quotedSafely) is not one tag; write key=value, and --tag once for each.")
    }
    return tag
  }

  /// The number of a port that something listens on, as an argument.
  static func port(_ string: String) throws -> UInt16 {
    guard let port = UInt16(string), port > 0 else {
      throw ValidationError("\(string.quotedSafely) is not the number of a port; write one from 1 to 65535.")
    }
    return port
  }

  /// What somebody wants to become of a Pod, as an argument.
  static func goal(_ string: String) throws -> EditGoal {
    switch string {
    case "injected": return .injected
    case "not-injected": return .notInjected
    default:
      let name = string.dropFirst("service=".count)
      guard string.hasPrefix("service="), !name.isEmpty else {
        throw ValidationError(
          "\(string.quotedSafely) is nothing to want; write injected, not-injected or service=NAME, such as service=web_demo_svc_80."
        )
      }
      return .service(ExactString(String(name)))
    }
  }

  /// Pairs of keys and values, separated by commas.
  private static func pairs(_ string: String, _ message: (String) -> String) throws -> StringMap {
    var pairs = StringMap()
    for entry in string.split(separator: ",") {
      guard let separator = entry.firstIndex(of: "=") else { throw ValidationError(message(String(entry).quotedSafely)) }
      pairs[String(entry[..<separator])] = String(entry[entry.index(after: separator)...])
    }
    return pairs
  }
}
