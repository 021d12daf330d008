using EnPower.Mutation;

// Started by tools/Invoke-MutationTest.ps1; it starts itself again to run tests.
return args is ["work", { } testAssembly]
    ? await Worker.RunAsync(testAssembly).ConfigureAwait(false)
    : await Measurement.RunAsync(MeasurementOptions.Parse(args)).ConfigureAwait(false);
