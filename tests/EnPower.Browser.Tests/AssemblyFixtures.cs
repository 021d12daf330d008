[assembly: AssemblyFixture(typeof(EnPower.Chromium))]
[assembly: AssemblyFixture(typeof(EnPower.ReportFiles))]
