<qgis version="3.22.0" labelsEnabled="1" styleCategories="AllStyleCategories">
 <renderer-v2 type="singleSymbol" symbollevels="0">
  <symbols>
   <symbol type="marker" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="name" type="QString" value="circle" />
      <Option name="color" type="QString" value="89,99,110,255" />
      <Option name="outline_color" type="QString" value="255,255,255,0" />
      <Option name="outline_width" type="QString" value="0.4" />
      <Option name="size" type="QString" value="0.9" />
      <Option name="scale_method" type="QString" value="diameter" />
      <Option name="outline_style" type="QString" value="no" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="enabled" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="&quot;claims&quot; = 0" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="SimpleMarker" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="name" type="QString" value="circle" />
      <Option name="color" type="QString" value="255,255,255,255" />
      <Option name="outline_color" type="QString" value="26,31,37,255" />
      <Option name="outline_width" type="QString" value="0.4" />
      <Option name="size" type="QString" value="1.8" />
      <Option name="scale_method" type="QString" value="diameter" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="enabled" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="&quot;claims&quot; &gt; 0" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <labeling type="simple">
  <settings calloutType="simple">
   <text-style fieldName="&quot;name&quot;" isExpression="1" fontSizeUnit="Point" allowHtml="0" fontSize="8.5" fontFamily="Sans" fontWeight="75" textColor="26,31,37,255">
    <text-buffer bufferDraw="1" bufferSize="0.7" bufferSizeUnits="MM" bufferColor="255,255,255,235" />
   </text-style>
   <placement placement="6" predefinedPositionOrder="R,L,B,T,TR,BR,TL,BL" dist="1.6" />
   <rendering obstacle="1" obstacleType="0" scaleVisibility="0" />
   <dd_properties>
    <Option type="Map">
     <Option name="name" type="QString" value="" />
     <Option name="properties" type="Map">
      <Option name="Italic" type="Map">
       <Option name="active" type="bool" value="true" />
       <Option name="expression" type="QString" value="&quot;kind&quot; IN ('country', 'admin', 'region', 'water')" />
       <Option name="type" type="int" value="3" />
      </Option>
      <Option name="Bold" type="Map">
       <Option name="active" type="bool" value="true" />
       <Option name="expression" type="QString" value="true" />
       <Option name="type" type="int" value="3" />
      </Option>
      <Option name="Priority" type="Map">
       <Option name="active" type="bool" value="true" />
       <Option name="expression" type="QString" value="min(10, 4 + &quot;claims&quot;)" />
       <Option name="type" type="int" value="3" />
      </Option>
      <Option name="Show" type="Map">
       <Option name="active" type="bool" value="true" />
       <Option name="expression" type="QString" value="&quot;claims&quot; &gt; 0" />
       <Option name="type" type="int" value="3" />
      </Option>
     </Option>
     <Option name="type" type="QString" value="collection" />
    </Option>
   </dd_properties>
  </settings>
 </labeling>
</qgis>
