<qgis version="3.22.0" labelsEnabled="1" styleCategories="AllStyleCategories">
 <renderer-v2 type="categorizedSymbol" attr="&quot;type&quot; || ', ' || &quot;status&quot;" symbollevels="0" enableorderby="1">
  <categories>
   <category symbol="0" value="movement, reported" label="Movement, reported" render="true" />
   <category symbol="1" value="movement, confirmed" label="Movement, confirmed" render="true" />
   <category symbol="2" value="movement, expected" label="Movement, expected" render="true" />
   <category symbol="3" value="movement, denied" label="Movement, denied" render="true" />
   <category symbol="4" value="supply, reported" label="Supply, reported" render="true" />
  </categories>
  <symbols>
   <symbol type="line" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="255,255,255,255" />
      <Option name="capstyle" type="QString" value="flat" />
      <Option name="joinstyle" type="QString" value="round" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="outlineWidth" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="max(0.4, 2.1 * sqrt(coalesce(&quot;quantity_best&quot;,&quot;quantity_high&quot;,&quot;quantity_low&quot;,0) / max(1, maximum(coalesce(&quot;quantity_best&quot;,&quot;quantity_high&quot;,&quot;quantity_low&quot;,0), group_by:=&quot;quantity_unit&quot;)))) + 0.6" />
         <Option name="type" type="int" value="3" />
        </Option>
        <Option name="trimEnd" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="1.1 + (1.85 + 1.9 * max(0.4, 2.1 * sqrt(coalesce(&quot;quantity_best&quot;,&quot;quantity_high&quot;,&quot;quantity_low&quot;,0) / max(1, maximum(coalesce(&quot;quantity_best&quot;,&quot;quantity_high&quot;,&quot;quantity_low&quot;,0), group_by:=&quot;quantity_unit&quot;))))) * 0.8" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="SimpleLine" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="0,114,178,255" />
      <Option name="capstyle" type="QString" value="flat" />
      <Option name="joinstyle" type="QString" value="round" />
      <Option name="use_custom_dash" type="QString" value="0" />
      <Option name="customdash" type="QString" value="3;1.6" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="outlineWidth" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="max(0.4, 2.1 * sqrt(coalesce(&quot;quantity_best&quot;,&quot;quantity_high&quot;,&quot;quantity_low&quot;,0) / max(1, maximum(coalesce(&quot;quantity_best&quot;,&quot;quantity_high&quot;,&quot;quantity_low&quot;,0), group_by:=&quot;quantity_unit&quot;))))" />
         <Option name="type" type="int" value="3" />
        </Option>
        <Option name="trimEnd" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="1.1 + (1.85 + 1.9 * max(0.4, 2.1 * sqrt(coalesce(&quot;quantity_best&quot;,&quot;quantity_high&quot;,&quot;quantity_low&quot;,0) / max(1, maximum(coalesce(&quot;quantity_best&quot;,&quot;quantity_high&quot;,&quot;quantity_low&quot;,0), group_by:=&quot;quantity_unit&quot;))))) * 0.8" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="GeometryGenerator" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="SymbolType" type="QString" value="Line" />
      <Option name="geometryModifier" type="QString" value="geometry_n($geometry, num_geometries($geometry))" />
      <Option name="units" type="QString" value="MapUnit" />
     </Option>
     <symbol type="line" name="@0@2" alpha="1" clip_to_extent="1" force_rhr="0">
      <layer class="MarkerLine" enabled="1" pass="0" locked="0">
       <Option type="Map">
        <Option name="placements" type="QString" value="LastVertex" />
        <Option name="placement" type="QString" value="lastvertex" />
        <Option name="rotate" type="QString" value="1" />
       </Option>
       <symbol type="marker" name="@@0@2@0@0" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleMarker" enabled="1" pass="0" locked="0">
         <Option type="Map">
          <Option name="scale_method" type="QString" value="diameter" />
          <Option name="color" type="QString" value="0,114,178,255" />
          <Option name="outline_color" type="QString" value="0,114,178,255" />
          <Option name="outline_width" type="QString" value="0.3" />
          <Option name="name" type="QString" value="triangle" />
          <Option name="angle" type="QString" value="90" />
          <Option name="joinstyle" type="QString" value="miter" />
         </Option>
         <data_defined_properties>
          <Option type="Map">
           <Option name="name" type="QString" value="" />
           <Option name="properties" type="Map">
            <Option name="size" type="Map">
             <Option name="active" type="bool" value="true" />
             <Option name="expression" type="QString" value="1.85 + 1.9 * max(0.4, 2.1 * sqrt(coalesce(&quot;quantity_best&quot;,&quot;quantity_high&quot;,&quot;quantity_low&quot;,0) / max(1, maximum(coalesce(&quot;quantity_best&quot;,&quot;quantity_high&quot;,&quot;quantity_low&quot;,0), group_by:=&quot;quantity_unit&quot;))))" />
             <Option name="type" type="int" value="3" />
            </Option>
            <Option name="offset" type="Map">
             <Option name="active" type="bool" value="true" />
             <Option name="expression" type="QString" value="'0,' || (1.1 + (1.85 + 1.9 * max(0.4, 2.1 * sqrt(coalesce(&quot;quantity_best&quot;,&quot;quantity_high&quot;,&quot;quantity_low&quot;,0) / max(1, maximum(coalesce(&quot;quantity_best&quot;,&quot;quantity_high&quot;,&quot;quantity_low&quot;,0), group_by:=&quot;quantity_unit&quot;))))) / 2)" />
             <Option name="type" type="int" value="3" />
            </Option>
            <Option name="fillColor" type="Map">
             <Option name="active" type="bool" value="true" />
             <Option name="expression" type="QString" value="if(&quot;origin_inferred&quot;, '255,255,255,255', '0,114,178,255')" />
             <Option name="type" type="int" value="3" />
            </Option>
           </Option>
           <Option name="type" type="QString" value="collection" />
          </Option>
         </data_defined_properties>
        </layer>
       </symbol>
      </layer>
     </symbol>
    </layer>
    <layer class="GeometryGenerator" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="SymbolType" type="QString" value="Line" />
      <Option name="geometryModifier" type="QString" value="geometry_n($geometry, 1)" />
      <Option name="units" type="QString" value="MapUnit" />
     </Option>
     <symbol type="line" name="@0@3" alpha="1" clip_to_extent="1" force_rhr="0">
      <layer class="MarkerLine" enabled="1" pass="0" locked="0">
       <Option type="Map">
        <Option name="placements" type="QString" value="FirstVertex" />
        <Option name="placement" type="QString" value="firstvertex" />
        <Option name="rotate" type="QString" value="1" />
       </Option>
       <symbol type="marker" name="@@0@3@0@0" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleMarker" enabled="1" pass="0" locked="0">
         <Option type="Map">
          <Option name="scale_method" type="QString" value="diameter" />
          <Option name="color" type="QString" value="255,255,255,255" />
          <Option name="outline_color" type="QString" value="0,114,178,255" />
          <Option name="outline_width" type="QString" value="0.4" />
          <Option name="name" type="QString" value="circle" />
          <Option name="size" type="QString" value="2" />
         </Option>
         <data_defined_properties>
          <Option type="Map">
           <Option name="name" type="QString" value="" />
           <Option name="properties" type="Map">
            <Option name="outlineColor" type="Map">
             <Option name="active" type="bool" value="true" />
             <Option name="expression" type="QString" value="if(&quot;origin_inferred&quot;, '0,114,178,255', '26,31,37,255')" />
             <Option name="type" type="int" value="3" />
            </Option>
           </Option>
           <Option name="type" type="QString" value="collection" />
          </Option>
         </data_defined_properties>
        </layer>
       </symbol>
      </layer>
     </symbol>
    </layer>
   </symbol>
   <symbol type="line" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="255,255,255,255" />
      <Option name="capstyle" type="QString" value="flat" />
      <Option name="joinstyle" type="QString" value="round" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="outlineWidth" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="max(0.4, 2.1 * sqrt(coalesce(&quot;quantity_best&quot;,&quot;quantity_high&quot;,&quot;quantity_low&quot;,0) / max(1, maximum(coalesce(&quot;quantity_best&quot;,&quot;quantity_high&quot;,&quot;quantity_low&quot;,0), group_by:=&quot;quantity_unit&quot;)))) + 0.6" />
         <Option name="type" type="int" value="3" />
        </Option>
        <Option name="trimEnd" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="1.1 + (1.85 + 1.9 * max(0.4, 2.1 * sqrt(coalesce(&quot;quantity_best&quot;,&quot;quantity_high&quot;,&quot;quantity_low&quot;,0) / max(1, maximum(coalesce(&quot;quantity_best&quot;,&quot;quantity_high&quot;,&quot;quantity_low&quot;,0), group_by:=&quot;quantity_unit&quot;))))) * 0.8" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="SimpleLine" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="0,114,178,255" />
      <Option name="capstyle" type="QString" value="flat" />
      <Option name="joinstyle" type="QString" value="round" />
      <Option name="use_custom_dash" type="QString" value="0" />
      <Option name="customdash" type="QString" value="3;1.6" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="outlineWidth" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="max(0.4, 2.1 * sqrt(coalesce(&quot;quantity_best&quot;,&quot;quantity_high&quot;,&quot;quantity_low&quot;,0) / max(1, maximum(coalesce(&quot;quantity_best&quot;,&quot;quantity_high&quot;,&quot;quantity_low&quot;,0), group_by:=&quot;quantity_unit&quot;))))" />
         <Option name="type" type="int" value="3" />
        </Option>
        <Option name="trimEnd" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="1.1 + (1.85 + 1.9 * max(0.4, 2.1 * sqrt(coalesce(&quot;quantity_best&quot;,&quot;quantity_high&quot;,&quot;quantity_low&quot;,0) / max(1, maximum(coalesce(&quot;quantity_best&quot;,&quot;quantity_high&quot;,&quot;quantity_low&quot;,0), group_by:=&quot;quantity_unit&quot;))))) * 0.8" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="GeometryGenerator" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="SymbolType" type="QString" value="Line" />
      <Option name="geometryModifier" type="QString" value="geometry_n($geometry, num_geometries($geometry))" />
      <Option name="units" type="QString" value="MapUnit" />
     </Option>
     <symbol type="line" name="@1@2" alpha="1" clip_to_extent="1" force_rhr="0">
      <layer class="MarkerLine" enabled="1" pass="0" locked="0">
       <Option type="Map">
        <Option name="placements" type="QString" value="LastVertex" />
        <Option name="placement" type="QString" value="lastvertex" />
        <Option name="rotate" type="QString" value="1" />
       </Option>
       <symbol type="marker" name="@@1@2@0@0" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleMarker" enabled="1" pass="0" locked="0">
         <Option type="Map">
          <Option name="scale_method" type="QString" value="diameter" />
          <Option name="color" type="QString" value="0,114,178,255" />
          <Option name="outline_color" type="QString" value="0,114,178,255" />
          <Option name="outline_width" type="QString" value="0.3" />
          <Option name="name" type="QString" value="triangle" />
          <Option name="angle" type="QString" value="90" />
          <Option name="joinstyle" type="QString" value="miter" />
         </Option>
         <data_defined_properties>
          <Option type="Map">
           <Option name="name" type="QString" value="" />
           <Option name="properties" type="Map">
            <Option name="size" type="Map">
             <Option name="active" type="bool" value="true" />
             <Option name="expression" type="QString" value="1.85 + 1.9 * max(0.4, 2.1 * sqrt(coalesce(&quot;quantity_best&quot;,&quot;quantity_high&quot;,&quot;quantity_low&quot;,0) / max(1, maximum(coalesce(&quot;quantity_best&quot;,&quot;quantity_high&quot;,&quot;quantity_low&quot;,0), group_by:=&quot;quantity_unit&quot;))))" />
             <Option name="type" type="int" value="3" />
            </Option>
            <Option name="offset" type="Map">
             <Option name="active" type="bool" value="true" />
             <Option name="expression" type="QString" value="'0,' || (1.1 + (1.85 + 1.9 * max(0.4, 2.1 * sqrt(coalesce(&quot;quantity_best&quot;,&quot;quantity_high&quot;,&quot;quantity_low&quot;,0) / max(1, maximum(coalesce(&quot;quantity_best&quot;,&quot;quantity_high&quot;,&quot;quantity_low&quot;,0), group_by:=&quot;quantity_unit&quot;))))) / 2)" />
             <Option name="type" type="int" value="3" />
            </Option>
            <Option name="fillColor" type="Map">
             <Option name="active" type="bool" value="true" />
             <Option name="expression" type="QString" value="if(&quot;origin_inferred&quot;, '255,255,255,255', '0,114,178,255')" />
             <Option name="type" type="int" value="3" />
            </Option>
           </Option>
           <Option name="type" type="QString" value="collection" />
          </Option>
         </data_defined_properties>
        </layer>
       </symbol>
      </layer>
     </symbol>
    </layer>
    <layer class="GeometryGenerator" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="SymbolType" type="QString" value="Line" />
      <Option name="geometryModifier" type="QString" value="geometry_n($geometry, 1)" />
      <Option name="units" type="QString" value="MapUnit" />
     </Option>
     <symbol type="line" name="@1@3" alpha="1" clip_to_extent="1" force_rhr="0">
      <layer class="MarkerLine" enabled="1" pass="0" locked="0">
       <Option type="Map">
        <Option name="placements" type="QString" value="FirstVertex" />
        <Option name="placement" type="QString" value="firstvertex" />
        <Option name="rotate" type="QString" value="1" />
       </Option>
       <symbol type="marker" name="@@1@3@0@0" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleMarker" enabled="1" pass="0" locked="0">
         <Option type="Map">
          <Option name="scale_method" type="QString" value="diameter" />
          <Option name="color" type="QString" value="255,255,255,255" />
          <Option name="outline_color" type="QString" value="0,114,178,255" />
          <Option name="outline_width" type="QString" value="0.4" />
          <Option name="name" type="QString" value="circle" />
          <Option name="size" type="QString" value="2" />
         </Option>
         <data_defined_properties>
          <Option type="Map">
           <Option name="name" type="QString" value="" />
           <Option name="properties" type="Map">
            <Option name="outlineColor" type="Map">
             <Option name="active" type="bool" value="true" />
             <Option name="expression" type="QString" value="if(&quot;origin_inferred&quot;, '0,114,178,255', '26,31,37,255')" />
             <Option name="type" type="int" value="3" />
            </Option>
           </Option>
           <Option name="type" type="QString" value="collection" />
          </Option>
         </data_defined_properties>
        </layer>
       </symbol>
      </layer>
     </symbol>
    </layer>
   </symbol>
   <symbol type="line" name="2" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="255,255,255,255" />
      <Option name="capstyle" type="QString" value="flat" />
      <Option name="joinstyle" type="QString" value="round" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="outlineWidth" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="max(0.4, 2.1 * sqrt(coalesce(&quot;quantity_best&quot;,&quot;quantity_high&quot;,&quot;quantity_low&quot;,0) / max(1, maximum(coalesce(&quot;quantity_best&quot;,&quot;quantity_high&quot;,&quot;quantity_low&quot;,0), group_by:=&quot;quantity_unit&quot;)))) + 0.6" />
         <Option name="type" type="int" value="3" />
        </Option>
        <Option name="trimEnd" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="1.1 + (1.85 + 1.9 * max(0.4, 2.1 * sqrt(coalesce(&quot;quantity_best&quot;,&quot;quantity_high&quot;,&quot;quantity_low&quot;,0) / max(1, maximum(coalesce(&quot;quantity_best&quot;,&quot;quantity_high&quot;,&quot;quantity_low&quot;,0), group_by:=&quot;quantity_unit&quot;))))) * 0.8" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="SimpleLine" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="0,114,178,255" />
      <Option name="capstyle" type="QString" value="flat" />
      <Option name="joinstyle" type="QString" value="round" />
      <Option name="use_custom_dash" type="QString" value="1" />
      <Option name="customdash" type="QString" value="1.2;1.2" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="outlineWidth" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="max(0.4, 2.1 * sqrt(coalesce(&quot;quantity_best&quot;,&quot;quantity_high&quot;,&quot;quantity_low&quot;,0) / max(1, maximum(coalesce(&quot;quantity_best&quot;,&quot;quantity_high&quot;,&quot;quantity_low&quot;,0), group_by:=&quot;quantity_unit&quot;))))" />
         <Option name="type" type="int" value="3" />
        </Option>
        <Option name="trimEnd" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="1.1 + (1.85 + 1.9 * max(0.4, 2.1 * sqrt(coalesce(&quot;quantity_best&quot;,&quot;quantity_high&quot;,&quot;quantity_low&quot;,0) / max(1, maximum(coalesce(&quot;quantity_best&quot;,&quot;quantity_high&quot;,&quot;quantity_low&quot;,0), group_by:=&quot;quantity_unit&quot;))))) * 0.8" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="GeometryGenerator" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="SymbolType" type="QString" value="Line" />
      <Option name="geometryModifier" type="QString" value="geometry_n($geometry, num_geometries($geometry))" />
      <Option name="units" type="QString" value="MapUnit" />
     </Option>
     <symbol type="line" name="@2@2" alpha="1" clip_to_extent="1" force_rhr="0">
      <layer class="MarkerLine" enabled="1" pass="0" locked="0">
       <Option type="Map">
        <Option name="placements" type="QString" value="LastVertex" />
        <Option name="placement" type="QString" value="lastvertex" />
        <Option name="rotate" type="QString" value="1" />
       </Option>
       <symbol type="marker" name="@@2@2@0@0" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleMarker" enabled="1" pass="0" locked="0">
         <Option type="Map">
          <Option name="scale_method" type="QString" value="diameter" />
          <Option name="color" type="QString" value="0,114,178,255" />
          <Option name="outline_color" type="QString" value="0,114,178,255" />
          <Option name="outline_width" type="QString" value="0.3" />
          <Option name="name" type="QString" value="triangle" />
          <Option name="angle" type="QString" value="90" />
          <Option name="joinstyle" type="QString" value="miter" />
         </Option>
         <data_defined_properties>
          <Option type="Map">
           <Option name="name" type="QString" value="" />
           <Option name="properties" type="Map">
            <Option name="size" type="Map">
             <Option name="active" type="bool" value="true" />
             <Option name="expression" type="QString" value="1.85 + 1.9 * max(0.4, 2.1 * sqrt(coalesce(&quot;quantity_best&quot;,&quot;quantity_high&quot;,&quot;quantity_low&quot;,0) / max(1, maximum(coalesce(&quot;quantity_best&quot;,&quot;quantity_high&quot;,&quot;quantity_low&quot;,0), group_by:=&quot;quantity_unit&quot;))))" />
             <Option name="type" type="int" value="3" />
            </Option>
            <Option name="offset" type="Map">
             <Option name="active" type="bool" value="true" />
             <Option name="expression" type="QString" value="'0,' || (1.1 + (1.85 + 1.9 * max(0.4, 2.1 * sqrt(coalesce(&quot;quantity_best&quot;,&quot;quantity_high&quot;,&quot;quantity_low&quot;,0) / max(1, maximum(coalesce(&quot;quantity_best&quot;,&quot;quantity_high&quot;,&quot;quantity_low&quot;,0), group_by:=&quot;quantity_unit&quot;))))) / 2)" />
             <Option name="type" type="int" value="3" />
            </Option>
            <Option name="fillColor" type="Map">
             <Option name="active" type="bool" value="true" />
             <Option name="expression" type="QString" value="if(&quot;origin_inferred&quot;, '255,255,255,255', '0,114,178,255')" />
             <Option name="type" type="int" value="3" />
            </Option>
           </Option>
           <Option name="type" type="QString" value="collection" />
          </Option>
         </data_defined_properties>
        </layer>
       </symbol>
      </layer>
     </symbol>
    </layer>
    <layer class="GeometryGenerator" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="SymbolType" type="QString" value="Line" />
      <Option name="geometryModifier" type="QString" value="geometry_n($geometry, 1)" />
      <Option name="units" type="QString" value="MapUnit" />
     </Option>
     <symbol type="line" name="@2@3" alpha="1" clip_to_extent="1" force_rhr="0">
      <layer class="MarkerLine" enabled="1" pass="0" locked="0">
       <Option type="Map">
        <Option name="placements" type="QString" value="FirstVertex" />
        <Option name="placement" type="QString" value="firstvertex" />
        <Option name="rotate" type="QString" value="1" />
       </Option>
       <symbol type="marker" name="@@2@3@0@0" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleMarker" enabled="1" pass="0" locked="0">
         <Option type="Map">
          <Option name="scale_method" type="QString" value="diameter" />
          <Option name="color" type="QString" value="255,255,255,255" />
          <Option name="outline_color" type="QString" value="0,114,178,255" />
          <Option name="outline_width" type="QString" value="0.4" />
          <Option name="name" type="QString" value="circle" />
          <Option name="size" type="QString" value="2" />
         </Option>
         <data_defined_properties>
          <Option type="Map">
           <Option name="name" type="QString" value="" />
           <Option name="properties" type="Map">
            <Option name="outlineColor" type="Map">
             <Option name="active" type="bool" value="true" />
             <Option name="expression" type="QString" value="if(&quot;origin_inferred&quot;, '0,114,178,255', '26,31,37,255')" />
             <Option name="type" type="int" value="3" />
            </Option>
           </Option>
           <Option name="type" type="QString" value="collection" />
          </Option>
         </data_defined_properties>
        </layer>
       </symbol>
      </layer>
     </symbol>
    </layer>
   </symbol>
   <symbol type="line" name="3" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="255,255,255,255" />
      <Option name="capstyle" type="QString" value="flat" />
      <Option name="joinstyle" type="QString" value="round" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="outlineWidth" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="max(0.4, 2.1 * sqrt(coalesce(&quot;quantity_best&quot;,&quot;quantity_high&quot;,&quot;quantity_low&quot;,0) / max(1, maximum(coalesce(&quot;quantity_best&quot;,&quot;quantity_high&quot;,&quot;quantity_low&quot;,0), group_by:=&quot;quantity_unit&quot;)))) + 0.6" />
         <Option name="type" type="int" value="3" />
        </Option>
        <Option name="trimEnd" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="1.1 + (1.85 + 1.9 * max(0.4, 2.1 * sqrt(coalesce(&quot;quantity_best&quot;,&quot;quantity_high&quot;,&quot;quantity_low&quot;,0) / max(1, maximum(coalesce(&quot;quantity_best&quot;,&quot;quantity_high&quot;,&quot;quantity_low&quot;,0), group_by:=&quot;quantity_unit&quot;))))) * 0.8" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="SimpleLine" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="109,117,125,255" />
      <Option name="capstyle" type="QString" value="round" />
      <Option name="joinstyle" type="QString" value="round" />
      <Option name="use_custom_dash" type="QString" value="1" />
      <Option name="customdash" type="QString" value="0.1;1.5" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="outlineWidth" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="max(0.4, 2.1 * sqrt(coalesce(&quot;quantity_best&quot;,&quot;quantity_high&quot;,&quot;quantity_low&quot;,0) / max(1, maximum(coalesce(&quot;quantity_best&quot;,&quot;quantity_high&quot;,&quot;quantity_low&quot;,0), group_by:=&quot;quantity_unit&quot;))))" />
         <Option name="type" type="int" value="3" />
        </Option>
        <Option name="trimEnd" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="1.1 + (1.85 + 1.9 * max(0.4, 2.1 * sqrt(coalesce(&quot;quantity_best&quot;,&quot;quantity_high&quot;,&quot;quantity_low&quot;,0) / max(1, maximum(coalesce(&quot;quantity_best&quot;,&quot;quantity_high&quot;,&quot;quantity_low&quot;,0), group_by:=&quot;quantity_unit&quot;))))) * 0.8" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="GeometryGenerator" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="SymbolType" type="QString" value="Line" />
      <Option name="geometryModifier" type="QString" value="geometry_n($geometry, num_geometries($geometry))" />
      <Option name="units" type="QString" value="MapUnit" />
     </Option>
     <symbol type="line" name="@3@2" alpha="1" clip_to_extent="1" force_rhr="0">
      <layer class="MarkerLine" enabled="1" pass="0" locked="0">
       <Option type="Map">
        <Option name="placements" type="QString" value="LastVertex" />
        <Option name="placement" type="QString" value="lastvertex" />
        <Option name="rotate" type="QString" value="1" />
       </Option>
       <symbol type="marker" name="@@3@2@0@0" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleMarker" enabled="1" pass="0" locked="0">
         <Option type="Map">
          <Option name="scale_method" type="QString" value="diameter" />
          <Option name="color" type="QString" value="109,117,125,255" />
          <Option name="outline_color" type="QString" value="109,117,125,255" />
          <Option name="outline_width" type="QString" value="0.3" />
          <Option name="name" type="QString" value="triangle" />
          <Option name="angle" type="QString" value="90" />
          <Option name="joinstyle" type="QString" value="miter" />
         </Option>
         <data_defined_properties>
          <Option type="Map">
           <Option name="name" type="QString" value="" />
           <Option name="properties" type="Map">
            <Option name="size" type="Map">
             <Option name="active" type="bool" value="true" />
             <Option name="expression" type="QString" value="1.85 + 1.9 * max(0.4, 2.1 * sqrt(coalesce(&quot;quantity_best&quot;,&quot;quantity_high&quot;,&quot;quantity_low&quot;,0) / max(1, maximum(coalesce(&quot;quantity_best&quot;,&quot;quantity_high&quot;,&quot;quantity_low&quot;,0), group_by:=&quot;quantity_unit&quot;))))" />
             <Option name="type" type="int" value="3" />
            </Option>
            <Option name="offset" type="Map">
             <Option name="active" type="bool" value="true" />
             <Option name="expression" type="QString" value="'0,' || (1.1 + (1.85 + 1.9 * max(0.4, 2.1 * sqrt(coalesce(&quot;quantity_best&quot;,&quot;quantity_high&quot;,&quot;quantity_low&quot;,0) / max(1, maximum(coalesce(&quot;quantity_best&quot;,&quot;quantity_high&quot;,&quot;quantity_low&quot;,0), group_by:=&quot;quantity_unit&quot;))))) / 2)" />
             <Option name="type" type="int" value="3" />
            </Option>
            <Option name="fillColor" type="Map">
             <Option name="active" type="bool" value="true" />
             <Option name="expression" type="QString" value="if(&quot;origin_inferred&quot;, '255,255,255,255', '109,117,125,255')" />
             <Option name="type" type="int" value="3" />
            </Option>
           </Option>
           <Option name="type" type="QString" value="collection" />
          </Option>
         </data_defined_properties>
        </layer>
       </symbol>
      </layer>
     </symbol>
    </layer>
    <layer class="GeometryGenerator" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="SymbolType" type="QString" value="Line" />
      <Option name="geometryModifier" type="QString" value="geometry_n($geometry, 1)" />
      <Option name="units" type="QString" value="MapUnit" />
     </Option>
     <symbol type="line" name="@3@3" alpha="1" clip_to_extent="1" force_rhr="0">
      <layer class="MarkerLine" enabled="1" pass="0" locked="0">
       <Option type="Map">
        <Option name="placements" type="QString" value="FirstVertex" />
        <Option name="placement" type="QString" value="firstvertex" />
        <Option name="rotate" type="QString" value="1" />
       </Option>
       <symbol type="marker" name="@@3@3@0@0" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleMarker" enabled="1" pass="0" locked="0">
         <Option type="Map">
          <Option name="scale_method" type="QString" value="diameter" />
          <Option name="color" type="QString" value="255,255,255,255" />
          <Option name="outline_color" type="QString" value="109,117,125,255" />
          <Option name="outline_width" type="QString" value="0.4" />
          <Option name="name" type="QString" value="circle" />
          <Option name="size" type="QString" value="2" />
         </Option>
         <data_defined_properties>
          <Option type="Map">
           <Option name="name" type="QString" value="" />
           <Option name="properties" type="Map">
            <Option name="outlineColor" type="Map">
             <Option name="active" type="bool" value="true" />
             <Option name="expression" type="QString" value="if(&quot;origin_inferred&quot;, '109,117,125,255', '26,31,37,255')" />
             <Option name="type" type="int" value="3" />
            </Option>
           </Option>
           <Option name="type" type="QString" value="collection" />
          </Option>
         </data_defined_properties>
        </layer>
       </symbol>
      </layer>
     </symbol>
    </layer>
    <layer class="GeometryGenerator" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="SymbolType" type="QString" value="Line" />
      <Option name="geometryModifier" type="QString" value="geometry_n($geometry, num_geometries($geometry))" />
      <Option name="units" type="QString" value="MapUnit" />
     </Option>
     <symbol type="line" name="@3@4" alpha="1" clip_to_extent="1" force_rhr="0">
      <layer class="MarkerLine" enabled="1" pass="0" locked="0">
       <Option type="Map">
        <Option name="placements" type="QString" value="CentralPoint" />
        <Option name="placement" type="QString" value="centralpoint" />
        <Option name="rotate" type="QString" value="0" />
       </Option>
       <symbol type="marker" name="@@3@4@0@0" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleMarker" enabled="1" pass="0" locked="0">
         <Option type="Map">
          <Option name="scale_method" type="QString" value="diameter" />
          <Option name="color" type="QString" value="109,117,125,255" />
          <Option name="outline_color" type="QString" value="109,117,125,255" />
          <Option name="outline_width" type="QString" value="0.5" />
          <Option name="name" type="QString" value="cross2" />
          <Option name="size" type="QString" value="2.6" />
         </Option>
        </layer>
       </symbol>
      </layer>
     </symbol>
    </layer>
   </symbol>
   <symbol type="line" name="4" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="255,255,255,255" />
      <Option name="capstyle" type="QString" value="flat" />
      <Option name="joinstyle" type="QString" value="round" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="outlineWidth" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="max(0.4, 2.1 * sqrt(coalesce(&quot;quantity_best&quot;,&quot;quantity_high&quot;,&quot;quantity_low&quot;,0) / max(1, maximum(coalesce(&quot;quantity_best&quot;,&quot;quantity_high&quot;,&quot;quantity_low&quot;,0), group_by:=&quot;quantity_unit&quot;)))) + 0.6" />
         <Option name="type" type="int" value="3" />
        </Option>
        <Option name="trimEnd" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="1.1 + (1.85 + 1.9 * max(0.4, 2.1 * sqrt(coalesce(&quot;quantity_best&quot;,&quot;quantity_high&quot;,&quot;quantity_low&quot;,0) / max(1, maximum(coalesce(&quot;quantity_best&quot;,&quot;quantity_high&quot;,&quot;quantity_low&quot;,0), group_by:=&quot;quantity_unit&quot;))))) * 0.8" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="SimpleLine" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="204,121,167,255" />
      <Option name="capstyle" type="QString" value="flat" />
      <Option name="joinstyle" type="QString" value="round" />
      <Option name="use_custom_dash" type="QString" value="0" />
      <Option name="customdash" type="QString" value="3;1.6" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="outlineWidth" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="max(0.4, 2.1 * sqrt(coalesce(&quot;quantity_best&quot;,&quot;quantity_high&quot;,&quot;quantity_low&quot;,0) / max(1, maximum(coalesce(&quot;quantity_best&quot;,&quot;quantity_high&quot;,&quot;quantity_low&quot;,0), group_by:=&quot;quantity_unit&quot;))))" />
         <Option name="type" type="int" value="3" />
        </Option>
        <Option name="trimEnd" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="1.1 + (1.85 + 1.9 * max(0.4, 2.1 * sqrt(coalesce(&quot;quantity_best&quot;,&quot;quantity_high&quot;,&quot;quantity_low&quot;,0) / max(1, maximum(coalesce(&quot;quantity_best&quot;,&quot;quantity_high&quot;,&quot;quantity_low&quot;,0), group_by:=&quot;quantity_unit&quot;))))) * 0.8" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="GeometryGenerator" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="SymbolType" type="QString" value="Line" />
      <Option name="geometryModifier" type="QString" value="geometry_n($geometry, num_geometries($geometry))" />
      <Option name="units" type="QString" value="MapUnit" />
     </Option>
     <symbol type="line" name="@4@2" alpha="1" clip_to_extent="1" force_rhr="0">
      <layer class="MarkerLine" enabled="1" pass="0" locked="0">
       <Option type="Map">
        <Option name="placements" type="QString" value="LastVertex" />
        <Option name="placement" type="QString" value="lastvertex" />
        <Option name="rotate" type="QString" value="1" />
       </Option>
       <symbol type="marker" name="@@4@2@0@0" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleMarker" enabled="1" pass="0" locked="0">
         <Option type="Map">
          <Option name="scale_method" type="QString" value="diameter" />
          <Option name="color" type="QString" value="204,121,167,255" />
          <Option name="outline_color" type="QString" value="204,121,167,255" />
          <Option name="outline_width" type="QString" value="0.3" />
          <Option name="name" type="QString" value="triangle" />
          <Option name="angle" type="QString" value="90" />
          <Option name="joinstyle" type="QString" value="miter" />
         </Option>
         <data_defined_properties>
          <Option type="Map">
           <Option name="name" type="QString" value="" />
           <Option name="properties" type="Map">
            <Option name="size" type="Map">
             <Option name="active" type="bool" value="true" />
             <Option name="expression" type="QString" value="1.85 + 1.9 * max(0.4, 2.1 * sqrt(coalesce(&quot;quantity_best&quot;,&quot;quantity_high&quot;,&quot;quantity_low&quot;,0) / max(1, maximum(coalesce(&quot;quantity_best&quot;,&quot;quantity_high&quot;,&quot;quantity_low&quot;,0), group_by:=&quot;quantity_unit&quot;))))" />
             <Option name="type" type="int" value="3" />
            </Option>
            <Option name="offset" type="Map">
             <Option name="active" type="bool" value="true" />
             <Option name="expression" type="QString" value="'0,' || (1.1 + (1.85 + 1.9 * max(0.4, 2.1 * sqrt(coalesce(&quot;quantity_best&quot;,&quot;quantity_high&quot;,&quot;quantity_low&quot;,0) / max(1, maximum(coalesce(&quot;quantity_best&quot;,&quot;quantity_high&quot;,&quot;quantity_low&quot;,0), group_by:=&quot;quantity_unit&quot;))))) / 2)" />
             <Option name="type" type="int" value="3" />
            </Option>
            <Option name="fillColor" type="Map">
             <Option name="active" type="bool" value="true" />
             <Option name="expression" type="QString" value="if(&quot;origin_inferred&quot;, '255,255,255,255', '204,121,167,255')" />
             <Option name="type" type="int" value="3" />
            </Option>
           </Option>
           <Option name="type" type="QString" value="collection" />
          </Option>
         </data_defined_properties>
        </layer>
       </symbol>
      </layer>
     </symbol>
    </layer>
    <layer class="GeometryGenerator" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="SymbolType" type="QString" value="Line" />
      <Option name="geometryModifier" type="QString" value="geometry_n($geometry, 1)" />
      <Option name="units" type="QString" value="MapUnit" />
     </Option>
     <symbol type="line" name="@4@3" alpha="1" clip_to_extent="1" force_rhr="0">
      <layer class="MarkerLine" enabled="1" pass="0" locked="0">
       <Option type="Map">
        <Option name="placements" type="QString" value="FirstVertex" />
        <Option name="placement" type="QString" value="firstvertex" />
        <Option name="rotate" type="QString" value="1" />
       </Option>
       <symbol type="marker" name="@@4@3@0@0" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleMarker" enabled="1" pass="0" locked="0">
         <Option type="Map">
          <Option name="scale_method" type="QString" value="diameter" />
          <Option name="color" type="QString" value="255,255,255,255" />
          <Option name="outline_color" type="QString" value="204,121,167,255" />
          <Option name="outline_width" type="QString" value="0.4" />
          <Option name="name" type="QString" value="circle" />
          <Option name="size" type="QString" value="2" />
         </Option>
         <data_defined_properties>
          <Option type="Map">
           <Option name="name" type="QString" value="" />
           <Option name="properties" type="Map">
            <Option name="outlineColor" type="Map">
             <Option name="active" type="bool" value="true" />
             <Option name="expression" type="QString" value="if(&quot;origin_inferred&quot;, '204,121,167,255', '26,31,37,255')" />
             <Option name="type" type="int" value="3" />
            </Option>
           </Option>
           <Option name="type" type="QString" value="collection" />
          </Option>
         </data_defined_properties>
        </layer>
       </symbol>
      </layer>
     </symbol>
    </layer>
    <layer class="GeometryGenerator" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="SymbolType" type="QString" value="Line" />
      <Option name="geometryModifier" type="QString" value="geometry_n($geometry, num_geometries($geometry))" />
      <Option name="units" type="QString" value="MapUnit" />
     </Option>
     <symbol type="line" name="@4@4" alpha="1" clip_to_extent="1" force_rhr="0">
      <layer class="MarkerLine" enabled="1" pass="0" locked="0">
       <Option type="Map">
        <Option name="placements" type="QString" value="CentralPoint" />
        <Option name="placement" type="QString" value="centralpoint" />
        <Option name="rotate" type="QString" value="1" />
       </Option>
       <symbol type="marker" name="@@4@4@0@0" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleMarker" enabled="1" pass="0" locked="0">
         <Option type="Map">
          <Option name="scale_method" type="QString" value="diameter" />
          <Option name="color" type="QString" value="204,121,167,255" />
          <Option name="outline_color" type="QString" value="255,255,255,255" />
          <Option name="outline_width" type="QString" value="0.4" />
          <Option name="name" type="QString" value="square" />
         </Option>
         <data_defined_properties>
          <Option type="Map">
           <Option name="name" type="QString" value="" />
           <Option name="properties" type="Map">
            <Option name="size" type="Map">
             <Option name="active" type="bool" value="true" />
             <Option name="expression" type="QString" value="2 + max(0.4, 2.1 * sqrt(coalesce(&quot;quantity_best&quot;,&quot;quantity_high&quot;,&quot;quantity_low&quot;,0) / max(1, maximum(coalesce(&quot;quantity_best&quot;,&quot;quantity_high&quot;,&quot;quantity_low&quot;,0), group_by:=&quot;quantity_unit&quot;))))" />
             <Option name="type" type="int" value="3" />
            </Option>
           </Option>
           <Option name="type" type="QString" value="collection" />
          </Option>
         </data_defined_properties>
        </layer>
       </symbol>
      </layer>
     </symbol>
    </layer>
   </symbol>
  </symbols>
  <orderby>
   <orderByClause asc="0" nullsFirst="0">coalesce("quantity_best","quantity_high","quantity_low",0)</orderByClause>
  </orderby>
 </renderer-v2>
 <labeling type="simple">
  <settings calloutType="simple">
   <text-style fieldName="format_number(coalesce(&quot;quantity_best&quot;,&quot;quantity_high&quot;,&quot;quantity_low&quot;,0), 0) || ' ' || CASE WHEN &quot;quantity_unit&quot; = 'personnel' THEN 'people' ELSE coalesce(&quot;quantity_unit&quot;, '') END" isExpression="1" fontSizeUnit="Point" allowHtml="0" fontSize="8" fontFamily="Sans" fontWeight="50" textColor="26,31,37,255">
    <text-buffer bufferDraw="1" bufferSize="0.7" bufferSizeUnits="MM" bufferColor="255,255,255,235" />
   </text-style>
   <placement placement="4" priority="3" />
   <rendering obstacle="1" obstacleType="0" scaleVisibility="0" />
   <dd_properties>
    <Option type="Map">
     <Option name="name" type="QString" value="" />
     <Option name="properties" type="Map">
      <Option name="Show" type="Map">
       <Option name="active" type="bool" value="true" />
       <Option name="expression" type="QString" value="coalesce(&quot;quantity_best&quot;,&quot;quantity_high&quot;,&quot;quantity_low&quot;,0) &gt; 0" />
       <Option name="type" type="int" value="3" />
      </Option>
     </Option>
     <Option name="type" type="QString" value="collection" />
    </Option>
   </dd_properties>
  </settings>
 </labeling>
 <mapTip>[% replace(replace(coalesce("history", ''), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;') %]</mapTip>
 <temporal enabled="1" mode="4" startExpression="to_datetime(&quot;date_from&quot;)" endExpression="to_datetime(coalesce(&quot;date_to&quot;,&quot;date_from&quot;)) + to_interval('1 day')" limitMode="0" accumulate="0" fixedDuration="0" durationUnit="min" />
</qgis>
