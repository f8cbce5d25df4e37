package import KubernetesObjects
import KubernetesYAML
package import MeshMapping

/// The control plane that the input shows: its release, by its image or those of the sidecars, and its settings.
package struct DetectedControlPlane: Sendable {
  /// A control plane among the objects.
  private struct Running: Sendable {
    let object: ObjectReference
    let image: String
    let environment: StringMap
  }

  private var running: [ObjectReference: Running] = [:]
  private var configurations: [ObjectReference: String] = [:]
  private var configMaps: [ObjectName: String?] = [:]
  private var sidecars: [ExactString: Int] = [:]

  package init() {}

  /// Adds what an object shows.
  mutating func add(_ sighting: ControlPlaneSighting, of object: ObjectReference) {
    switch sighting {
    case .controlPlane(let image, let environment):
      running[object] = Running(object: object, image: image.string, environment: environment)
    case .configuration(let yaml):
      configurations[object] = yaml.string
      configMaps[object.objectName] = .some(yaml.string)
    case .configMap(let yaml): configMaps[object.objectName] = .some(yaml?.string)
    case .sidecar(let image): sidecars[image, default: 0] += 1
    }
  }

  /// What runs, where the input shows it: Deployments before the Pods that they make.
  private var shown: [Running] {
    let all = running.values.sorted { $0.object.objectName < $1.object.objectName }
    let deployments = all.filter { $0.object.kind == "Deployment" }
    return deployments.isEmpty ? all : deployments
  }
}

// MARK: - Transparent proxying

extension DetectedControlPlane {
  /// What the input shows of a ConfigMap of transparent proxying; nothing where it has no ConfigMap of that namespace.
  package func proxyConfiguration(named name: String, in namespace: String) -> ProxyConfiguration {
    if let yaml = configMaps[ObjectName(namespace: namespace, name: name)] { return ProxyConfiguration(yaml: yaml) }
    let isAnyThere = configMaps.keys.contains { ExactString($0.namespace) == ExactString(namespace) }
    return isAnyThere ? .missing : .unknown
  }

  /// Whether the input holds a ConfigMap.
  package func hasConfigMap(named name: String, in namespace: String) -> Bool {
    configMaps[ObjectName(namespace: namespace, name: name)] != nil
  }
}

// MARK: - The release

extension DetectedControlPlane {
  /// A release that the input shows, and what shows it.
  package struct Sighting: Sendable {
    package let release: KumaRelease
    /// What shows it, as the beginning of a sentence, safe to print.
    package let witness: String
  }

  /// Why no release can be told.
  package struct Doubt: Error, Sendable, CustomStringConvertible {
    package let description: String
  }

  /// The release that the input shows.
  package func sighting() throws(Doubt) -> Sighting? {
    if !shown.isEmpty {
      let names = shown.map(\.object.description)
      let witness = names.count == 1 ? "\(names[0]) of the input runs" : "the control planes of the input run"
      return try sighting(of: Dictionary(grouping: shown, by: { ExactString($0.image) }).mapValues(\.count), witness)
    }
    guard !sidecars.isEmpty else { return nil }
    let count = sidecars.values.reduce(0, +)
    return try sighting(of: sidecars, count == 1 ? "the sidecar of the input is of" : "the sidecars of the input are of")
  }

  private func sighting(of images: [ExactString: Int], _ witness: String) throws(Doubt) -> Sighting {
    var tags: [ExactString: Int] = [:]
    for (image, count) in images { tags[ExactString(ImageTag.tag(of: image.string) ?? "latest"), default: 0] += count }
    guard tags.count == 1, let tag = tags.keys.first else {
      let list = tags.sorted { $0.key.string.utf8.lexicographicallyPrecedes($1.key.string.utf8) }
        .map { "\($0.key.string.printedSafely) (\($0.value))" }
      throw Doubt(description: "\(witness) several releases: \(list.joined(separator: ", ")); name one with --release")
    }
    do throws(KumaReleaseError) {
      return Sighting(release: try KumaRelease(parsing: tag.string), witness: witness)
    } catch {
      throw Doubt(description: "\(witness) an image whose tag names no release: \(error.description)")
    }
  }
}

// MARK: - The settings

extension DetectedControlPlane {
  /// A setting: the long name of its option, and the value, which is `true` for flags.
  package struct Setting: Sendable, Hashable {
    @ByteExact package var option: String
    @ByteExact package var value: String
    /// Whether the option is a flag.
    package let isFlag: Bool
  }

  /// The settings that the control plane's environment and configuration say; the environment holds over the configuration.
  package var settings: [Setting] {
    guard let running = shown.first else { return [] }
    let configuration = configurations.first { $0.key.namespace == running.object.namespace }
      .flatMap { try? YAMLDocument.documents(in: $0.value.utf8).first { !$0.isEmpty } }?.root
    return DetectedSetting.all.compactMap { setting in
      var value = running.environment[setting.variable].flatMap(setting.value(ofVariable:))
      if value == nil { value = configuration.flatMap(setting.value(in:)) }
      if value == nil, setting.option == "system-namespace" { value = running.object.namespace }
      return value.map { Setting(option: setting.option, value: $0, isFlag: setting.form == .flag) }
    }
  }
}
