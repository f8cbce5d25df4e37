import KubernetesObjects
import MeshMapping

/// What is read of a container to find out what it runs.
struct ContainerPart: Decodable {
  struct Variable: Decodable {
    struct Source: Decodable {
      struct Key: Decodable {
        let name: String?
        let key: String?
      }

      struct Field: Decodable {
        let fieldPath: String?
      }

      let configMapKeyRef: Key?
      let secretKeyRef: Key?
      let fieldRef: Field?
    }

    let name: String
    let value: String?
    let valueFrom: Source?
  }

  struct Mount: Decodable {
    let name: String?
    let mountPath: String?
  }

  /// What the Helm chart names the container of the control plane.
  static let controlPlane = "control-plane"

  let name: String?
  let image: String?
  let env: [Variable]?
  let command: [String]?
  let args: [String]?
  let volumeMounts: [Mount]?
}

extension ContainerPart {
  /// The container as that of a control plane.
  ///
  /// - Parameters:
  ///   - image: Its image.
  ///   - volumes: The volumes of its Pod.
  ///   - namespace: The namespace of its Pod.
  func controlPlane(running image: String, in volumes: [PodPart.Volume], of namespace: String) -> ControlPlaneContainer {
    var known = StringMap()
    var unknown = StringMap()
    for variable in env ?? [] {
      // Of two of one name the later one holds.
      (known[variable.name], unknown[variable.name]) = (nil, nil)
      if let source = variable.valueFrom {
        if source.fieldRef?.fieldPath == "metadata.namespace" {
          known[variable.name] = namespace
        } else {
          unknown[variable.name] = source.phrase
        }
        continue
      }
      switch Self.expanded(variable.value ?? "", known, unknown) {
      case .value(let value): known[variable.name] = value
      case .unknown(let phrase): unknown[variable.name] = phrase
      }
    }
    return ControlPlaneContainer(
      image: image, environment: known, unknown: unknown, configMap: configMap(in: volumes))
  }

  private enum Expansion {
    case value(String)
    case unknown(String)
  }

  /// A value with the variables that it names, as Kubernetes puts them in: `$(A)`, where A stands before it; `$$` is one dollar sign.
  private static func expanded(_ value: String, _ known: StringMap, _ unknown: StringMap) -> Expansion {
    var result: [UInt8] = []
    var rest = Array(value.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "$"), let next = rest.first else {
        result.append(byte)
        continue
      }
      if next == UInt8(ascii: "$") {
        rest.removeFirst()
        result.append(byte)
      } else if next == UInt8(ascii: "("), let end = rest.firstIndex(of: UInt8(ascii: ")")) {
        let name = String(decoding: rest[(rest.startIndex + 1)..<end], as: UTF8.self)
        if let phrase = unknown[name] { return .unknown(phrase) }
        result += known[name].map { Array($0.utf8) } ?? [byte] + rest[...end]
        rest = rest[(end + 1)...]
      } else {
        result.append(byte)
      }
    }
    return .value(String(decoding: result, as: UTF8.self))
  }

  /// The ConfigMap that the file of configuration is in.
  private func configMap(in volumes: [PodPart.Volume]) -> String? {
    let words = (command ?? []) + (args ?? [])
    let option = "--config-file"
    let file = words.indices.lazy.compactMap { index -> String? in
      if words[index].hasPrefix("\(option)=") { return String(words[index].dropFirst(option.count + 1)) }
      let isOption = words[index] == option || words[index] == "-c"
      return isOption && index + 1 < words.count ? words[index + 1] : nil
    }.first
    guard let file else { return nil }
    let mount = volumeMounts?.first { mount in mount.mountPath.map { file.utf8.starts(with: $0.utf8) } ?? false }
    guard let volume = mount?.name else { return nil }
    return volumes.first { $0.name == volume }?.configMap?.name
  }
}

extension ContainerPart.Variable.Source {
  /// Where the value stands, safe to print.
  fileprivate var phrase: String {
    if let key = configMapKeyRef { return "ConfigMap \((key.name ?? "").printedSafely)" }
    if let key = secretKeyRef { return "Secret \((key.name ?? "").printedSafely)" }
    return (fieldRef?.fieldPath).map { "field \($0.printedSafely)" } ?? "something else"
  }
}
