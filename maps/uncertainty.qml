<qgis version="3.22.0" labelsEnabled="1" styleCategories="AllStyleCategories">
 <renderer-v2 type="categorizedSymbol" attr="CASE WHEN &quot;kind&quot; = 'country' THEN 'country' ELSE 'area' END" symbollevels="0">
  <categories>
   <category symbol="0" value="area" label="Somewhere in this area" render="true" />
   <category symbol="1" value="country" label="Somewhere in this country" render="true" />
  </categories>
  <symbols>
   <symbol type="fill" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="color" type="QString" value="0,114,178,22" />
      <Option name="style" type="QString" value="solid" />
      <Option name="outline_color" type="QString" value="0,114,178,200" />
      <Option name="outline_style" type="QString" value="dash" />
      <Option name="outline_width" type="QString" value="0.33" />
     </Option>
    </layer>
   </symbol>
   <symbol type="fill" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="color" type="QString" value="0,80,90,22" />
      <Option name="style" type="QString" value="solid" />
      <Option name="outline_color" type="QString" value="89,99,110,200" />
      <Option name="outline_style" type="QString" value="dot" />
      <Option name="outline_width" type="QString" value="0.33" />
     </Option>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
</qgis>
