import ArgumentParser
import MeshMapping

/// The options that describe the injector of a control plane.
struct InjectorOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Virtual probes where a Pod does not say; left out: the release's default.", valueName: "enabled|disabled"),
    transform: ArgumentReading.onOrOff
  )
  var virtualProbes: InjectorSettings.Switch?

  @Option(help: ArgumentHelp("The port of virtual probes where a Pod does not say.", valueName: "port"))
  var virtualProbesPort: UInt16 = 9000

  @Option(help: ArgumentHelp("The port of the proxy of probes where a Pod does not say; 0 for none.", valueName: "port"))
  var applicationProbeProxyPort: UInt16 = 9001

  @Option(
    help: ArgumentHelp(
      "Whether the sidecar is an init container, from Kubernetes 1.29 on; left out: the release's default.",
      valueName: "enabled|disabled"
    ),
    transform: ArgumentReading.onOrOff
  )
  var sidecarContainers: InjectorSettings.Switch?

  @Option(
    help: ArgumentHelp("ContainerPatches that every Pod gets.", valueName: "a,b"), transform: ArgumentReading.list)
  var containerPatches: [String]?

  /// How the injector is set up by these options.
  var settings: InjectorSettings {
    InjectorSettings(
      virtualProbes: virtualProbes,
      virtualProbesPort: Int(virtualProbesPort),
      probeProxyPort: Int(applicationProbeProxyPort),
      nativeSidecars: sidecarContainers,
      containerPatches: containerPatches ?? []
    )
  }
}
