global using System.Management.Automation;
